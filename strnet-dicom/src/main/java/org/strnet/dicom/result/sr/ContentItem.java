package org.strnet.dicom.result.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One item of a report with those below it.
 *
 * @param relationship to the item above
 * @param type what it holds
 * @param name the concept; empty for a reference to an image
 * @param text the text, UID, date or time; the referenced SOP Instance UID of an image
 * @param number the number of a NUM
 * @param code the code of a CODE, the unit of a NUM; the SOP Class UID of an image as value
 * @param items those below
 */
public record ContentItem(
    Relationship relationship,
    ValueType type,
    Optional<Code> name,
    String text,
    OptionalDouble number,
    Optional<Code> code,
    List<ContentItem> items) {

  /** Copies the list. */
  public ContentItem {
    Objects.requireNonNull(relationship);
    Objects.requireNonNull(type);
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
    Objects.requireNonNull(number);
    Objects.requireNonNull(code);
    items = List.copyOf(items);
  }

  static ContentItem container(Relationship relationship, Code name, List<ContentItem> items) {
    return new ContentItem(
        relationship,
        ValueType.CONTAINER,
        Optional.of(name),
        "",
        OptionalDouble.empty(),
        Optional.empty(),
        items);
  }

  static ContentItem code(Relationship relationship, Code name, Code value) {
    return new ContentItem(
        relationship,
        ValueType.CODE,
        Optional.of(name),
        "",
        OptionalDouble.empty(),
        Optional.of(value),
        List.of());
  }

  static ContentItem text(Relationship relationship, Code name, String value) {
    return plain(relationship, ValueType.TEXT, name, value);
  }

  /** A UID, date or time. */
  static ContentItem plain(Relationship relationship, ValueType type, Code name, String value) {
    return new ContentItem(
        relationship,
        type,
        Optional.of(name),
        value,
        OptionalDouble.empty(),
        Optional.empty(),
        List.of());
  }

  static ContentItem number(Relationship relationship, Code name, double value, Code unit) {
    return new ContentItem(
        relationship,
        ValueType.NUM,
        Optional.of(name),
        "",
        OptionalDouble.of(value),
        Optional.of(unit),
        List.of());
  }

  /** A reference to an image. */
  static ContentItem image(
      Relationship relationship, Optional<Code> name, String sopClassUid, String sopInstanceUid) {
    return new ContentItem(
        relationship,
        ValueType.IMAGE,
        name,
        sopInstanceUid,
        OptionalDouble.empty(),
        Optional.of(new Code(sopClassUid, "DCMUID", "SOP Class")),
        List.of());
  }

  /** The same with more items below it. */
  ContentItem with(ContentItem... more) {
    return with(List.of(more));
  }

  /** The same with more items below it. */
  ContentItem with(List<ContentItem> more) {
    List<ContentItem> all = new ArrayList<>(items);
    all.addAll(more);
    return new ContentItem(relationship, type, name, text, number, code, all);
  }

  /** This item and all below it, from top to bottom. */
  public Stream<ContentItem> walk() {
    return Stream.concat(Stream.of(this), items.stream().flatMap(ContentItem::walk));
  }

  /** Whether its concept has the given code value. */
  public boolean isNamed(String value) {
    return name.isPresent() && name.get().value().equals(value);
  }
}
