package org.strnet.dicom.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;

/** What a DICOM object says of a film: every attribute but the pixels. */
public final class FilmHeader {

  private final Attributes attributes;

  private FilmHeader(Attributes attributes) {
    this.attributes = attributes;
  }

  /** The header of a data set, which is copied without its pixels. */
  public static FilmHeader of(Attributes dataset) {
    Attributes copy = new Attributes(dataset);
    copy.remove(Tag.PixelData);
    return new FilmHeader(copy);
  }

  /** A copy of the attributes. */
  public Attributes attributes() {
    return new Attributes(attributes);
  }

  /** SOP Instance UID (0008,0018); empty text where the object has none. */
  public String sopInstanceUid() {
    return text(Tag.SOPInstanceUID).orElse("");
  }

  /** SOP Class UID (0008,0016); empty text where the object has none. */
  public String sopClassUid() {
    return text(Tag.SOPClassUID).orElse("");
  }

  /** Study Instance UID (0020,000D); empty text where the object has none. */
  public String studyInstanceUid() {
    return text(Tag.StudyInstanceUID).orElse("");
  }

  /** An attribute's first value without padding, if it has one. */
  public Optional<String> text(int tag) {
    return Optional.ofNullable(attributes.getString(tag))
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }

  /** A code string's first value in capitals, as PS3.5 wants it and not every device writes it. */
  public Optional<String> code(int tag) {
    return text(tag).map(value -> value.toUpperCase(Locale.ROOT));
  }

  /** All values without padding; those that are empty are left out. */
  public List<String> texts(int tag) {
    String[] values = attributes.getStrings(tag);
    if (values == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        texts.add(value.strip());
      }
    }
    return List.copyOf(texts);
  }

  /** An attribute's first value as a finite number; empty where it is absent or is none. */
  public OptionalDouble number(int tag) {
    List<Double> numbers = numbers(tag);
    return numbers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(numbers.get(0));
  }

  /** All values as finite numbers; no entry at all where one of them is none. */
  public List<Double> numbers(int tag) {
    List<Double> numbers = new ArrayList<>();
    for (String value : texts(tag)) {
      try {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
          return List.of();
        }
        numbers.add(number);
      } catch (NumberFormatException e) {
        return List.of();
      }
    }
    return List.copyOf(numbers);
  }

  /** An attribute's first value as an integer; empty where it is absent or is none. */
  public OptionalInt integer(int tag) {
    OptionalDouble number = number(tag);
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  /** Whether a sequence has an item. */
  public boolean hasItems(int tag) {
    return !items(tag).isEmpty();
  }

  /** Copies of a sequence's items. */
  public List<Attributes> items(int tag) {
    Object value = attributes.getValue(tag);
    return value instanceof Sequence sequence
        ? sequence.stream().map(Attributes::new).toList()
        : List.of();
  }

  /** The items of a code sequence that have a value and a scheme. */
  public List<CodedEntry> codes(int tag) {
    List<CodedEntry> codes = new ArrayList<>();
    for (Attributes item : items(tag)) {
      FilmHeader entry = new FilmHeader(item);
      Optional<String> value = entry.text(Tag.CodeValue);
      Optional<String> scheme = entry.text(Tag.CodingSchemeDesignator);
      if (value.isPresent() && scheme.isPresent()) {
        codes.add(new CodedEntry(value.get(), scheme.get()));
      }
    }
    return List.copyOf(codes);
  }
}
