package org.strnet.dicom.result.sr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.result.series.ResultHeader;

/** Writes content items as attributes (PS3.3, C.17.3). */
final class ContentWriter {

  private static final int LONGEST_DECIMAL = 16;
  private static final int LONGEST_SHORT_CODE = 16;

  private ContentWriter() {}

  /** Writes an item and those below it into a data set. */
  static void write(ContentItem item, Attributes to) {
    if (item.relationship() != Relationship.NONE) {
      to.setString(Tag.RelationshipType, VR.CS, item.relationship().code());
    }
    to.setString(Tag.ValueType, VR.CS, item.type().name());
    item.name().ifPresent(name -> write(name, to, Tag.ConceptNameCodeSequence));
    writeValue(item, to);
    if (!item.items().isEmpty()) {
      Sequence content = to.newSequence(Tag.ContentSequence, item.items().size());
      for (ContentItem below : item.items()) {
        Attributes attributes = new Attributes();
        content.add(attributes);
        write(below, attributes);
      }
    }
  }

  private static void writeValue(ContentItem item, Attributes to) {
    switch (item.type()) {
      case CONTAINER -> to.setString(Tag.ContinuityOfContent, VR.CS, "SEPARATE");
      case CODE -> write(item.code().orElseThrow(), to, Tag.ConceptCodeSequence);
      case TEXT -> to.setString(Tag.TextValue, VR.UT, ResultHeader.ascii(item.text()));
      case UIDREF -> to.setString(Tag.UID, VR.UI, item.text());
      case DATE -> to.setString(Tag.Date, VR.DA, item.text());
      case TIME -> to.setString(Tag.Time, VR.TM, item.text());
      case NUM -> writeNumber(item, to);
      case IMAGE -> writeImage(item, to);
    }
  }

  private static void writeNumber(ContentItem item, Attributes to) {
    double value = item.number().orElseThrow();
    String text = decimal(value);
    Attributes measured = new Attributes();
    to.newSequence(Tag.MeasuredValueSequence, 1).add(measured);
    measured.setString(Tag.NumericValue, VR.DS, text);
    if (Double.parseDouble(text) != value) {
      measured.setDouble(Tag.FloatingPointValue, VR.FD, value);
    }
    write(item.code().orElseThrow(), measured, Tag.MeasurementUnitsCodeSequence);
  }

  private static void writeImage(ContentItem item, Attributes to) {
    Attributes reference = new Attributes();
    to.newSequence(Tag.ReferencedSOPSequence, 1).add(reference);
    reference.setString(Tag.ReferencedSOPClassUID, VR.UI, item.code().orElseThrow().value());
    reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, item.text());
  }

  /** A code as the only item of a sequence. */
  static void write(Code code, Attributes to, int sequence) {
    Attributes item = new Attributes();
    to.newSequence(sequence, 1).add(item);
    if (code.value().length() <= LONGEST_SHORT_CODE) {
      item.setString(Tag.CodeValue, VR.SH, code.value());
    } else {
      item.setString(Tag.LongCodeValue, VR.UC, code.value());
    }
    item.setString(Tag.CodingSchemeDesignator, VR.SH, code.scheme());
    item.setString(Tag.CodeMeaning, VR.LO, code.meaning());
  }

  /** As many digits as a decimal string of 16 characters holds (PS3.5, 6.2: DS). */
  static String decimal(double value) {
    for (int digits = LONGEST_DECIMAL; digits > 0; digits--) {
      BigDecimal rounded =
          new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
      String plain = rounded.toPlainString();
      String text =
          plain.length() <= LONGEST_DECIMAL ? plain : rounded.toString().toUpperCase(Locale.ROOT);
      if (text.length() <= LONGEST_DECIMAL) {
        return text;
      }
    }
    throw new IllegalArgumentException(
        "a number fits 16 characters with one digit, found " + value);
  }
}
