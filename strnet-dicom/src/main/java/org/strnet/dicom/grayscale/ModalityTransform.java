package org.strnet.dicom.grayscale;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.FilmRefusals;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * From stored values to the device's own units (PS3.3 C.11.1): a modality LUT, a rescale or
 * nothing.
 *
 * @param function of a stored value
 * @param lowest the smallest output that any stored value can have
 * @param highest the largest
 */
record ModalityTransform(DoubleUnaryOperator function, double lowest, double highest) {

  static ModalityTransform of(FilmHeader header, StoredValues stored) {
    if (header.hasItems(Tag.ModalityLUTSequence)) {
      LookupTable table =
          LookupTable.of(header.items(Tag.ModalityLUTSequence).get(0), stored.signed());
      return new ModalityTransform(table::at, 0, table.most());
    }
    OptionalDouble slope = header.number(Tag.RescaleSlope);
    OptionalDouble intercept = header.number(Tag.RescaleIntercept);
    boolean stated =
        header.text(Tag.RescaleSlope).isPresent() || header.text(Tag.RescaleIntercept).isPresent();
    if (!stated) {
      return linear(1, 0, stored);
    }
    if (slope.isEmpty() || intercept.isEmpty() || slope.getAsDouble() == 0) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE,
          "rescale slope and intercept come together and the slope is not 0, found %s and %s",
          words(slope),
          words(intercept));
    }
    return linear(slope.getAsDouble(), intercept.getAsDouble(), stored);
  }

  private static ModalityTransform linear(double slope, double intercept, StoredValues stored) {
    double first = stored.lowest() * slope + intercept;
    double last = stored.highest() * slope + intercept;
    return new ModalityTransform(
        value -> value * slope + intercept, Math.min(first, last), Math.max(first, last));
  }

  private static String words(OptionalDouble number) {
    return number.isPresent() ? String.valueOf(number.getAsDouble()) : "none";
  }
}
