package org.strnet.dicom.result.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.strnet.provenance.BadInputException;

/** Reads the content of a report, as far as ours go. */
public final class ContentReader {

  private ContentReader() {}

  /**
   * Reads a report's tree from its root.
   *
   * @throws BadInputException when an item is of a type or relationship that our reports do not use
   */
  public static ContentItem read(Attributes item) {
    ValueType type = type(item);
    List<ContentItem> items = new ArrayList<>();
    Sequence below = item.getSequence(Tag.ContentSequence);
    if (below != null) {
      below.forEach(attributes -> items.add(read(attributes)));
    }
    return new ContentItem(
        relationship(item),
        type,
        code(item, Tag.ConceptNameCodeSequence),
        text(item, type),
        type == ValueType.NUM ? number(item) : OptionalDouble.empty(),
        value(item, type),
        items);
  }

  private static ValueType type(Attributes item) {
    String found = item.getString(Tag.ValueType, "");
    for (ValueType type : ValueType.values()) {
      if (type.name().equals(found)) {
        return type;
      }
    }
    throw new BadInputException("report", "a known value type is needed, found '" + found + "'");
  }

  private static Relationship relationship(Attributes item) {
    String found = item.getString(Tag.RelationshipType, "");
    for (Relationship relationship : Relationship.values()) {
      if (relationship.code().equals(found)) {
        return relationship;
      }
    }
    throw new BadInputException("report", "a known relationship is needed, found '" + found + "'");
  }

  private static String text(Attributes item, ValueType type) {
    return switch (type) {
      case TEXT -> item.getString(Tag.TextValue, "");
      case UIDREF -> item.getString(Tag.UID, "");
      case DATE -> item.getString(Tag.Date, "");
      case TIME -> item.getString(Tag.Time, "");
      case IMAGE -> reference(item).getString(Tag.ReferencedSOPInstanceUID, "");
      case CONTAINER, CODE, NUM -> "";
    };
  }

  private static Optional<Code> value(Attributes item, ValueType type) {
    return switch (type) {
      case CODE -> code(item, Tag.ConceptCodeSequence);
      case NUM -> code(nested(item, Tag.MeasuredValueSequence), Tag.MeasurementUnitsCodeSequence);
      case IMAGE ->
          Optional.of(
              new Code(
                  reference(item).getString(Tag.ReferencedSOPClassUID, ""), "DCMUID", "SOP Class"));
      case CONTAINER, TEXT, UIDREF, DATE, TIME -> Optional.empty();
    };
  }

  private static OptionalDouble number(Attributes item) {
    Attributes measured = nested(item, Tag.MeasuredValueSequence);
    double decimal = measured.getDouble(Tag.NumericValue, Double.NaN);
    return OptionalDouble.of(measured.getDouble(Tag.FloatingPointValue, decimal));
  }

  private static Attributes reference(Attributes item) {
    return nested(item, Tag.ReferencedSOPSequence);
  }

  private static Attributes nested(Attributes item, int sequence) {
    Attributes nested = item.getNestedDataset(sequence);
    if (nested == null) {
      throw new BadInputException("report", "a value is needed, found an empty sequence");
    }
    return nested;
  }

  private static Optional<Code> code(Attributes item, int sequence) {
    Attributes code = item.getNestedDataset(sequence);
    if (code == null) {
      return Optional.empty();
    }
    String value = code.getString(Tag.CodeValue, code.getString(Tag.LongCodeValue, ""));
    return Optional.of(
        new Code(
            value,
            code.getString(Tag.CodingSchemeDesignator, ""),
            code.getString(Tag.CodeMeaning, "")));
  }
}
