package org.strnet.dicom.grayscale;

import java.util.List;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.FilmRefusals;
import org.strnet.radiograph.NotAssessable.Reason;

/** From the device's units to shown values (PS3.3 C.11.2): the part of the range that is of use. */
@FunctionalInterface
interface VoiTransform {

  /**
   * The shown value.
   *
   * @param low what the lower end of the window is shown as
   * @param high what the upper end is shown as; below {@code low} where the film is inverted
   */
  double apply(double value, double low, double high);

  /** The first VOI LUT of a header, else its first window, else the whole range. */
  static VoiTransform of(FilmHeader header, ModalityTransform modality) {
    if (header.hasItems(Tag.VOILUTSequence)) {
      return lut(LookupTable.of(header.items(Tag.VOILUTSequence).get(0), modality.lowest() < 0));
    }
    boolean stated =
        header.text(Tag.WindowCenter).isPresent() || header.text(Tag.WindowWidth).isPresent();
    return stated ? window(header) : wholeRange(modality.lowest(), modality.highest());
  }

  private static VoiTransform lut(LookupTable table) {
    return (value, low, high) -> level(table.at(value), table.most() + 1.0, low, high);
  }

  private static VoiTransform window(FilmHeader header) {
    List<Double> centers = header.numbers(Tag.WindowCenter);
    List<Double> widths = header.numbers(Tag.WindowWidth);
    String function = header.code(Tag.VOILUTFunction).orElse("LINEAR");
    double least = function.equals("LINEAR") ? 1 : Double.MIN_VALUE;
    if (centers.isEmpty() || widths.isEmpty() || widths.get(0) < least) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE,
          "a window has a center and a width of at least %s, found %s and %s",
          least == 1 ? "1" : "more than 0",
          centers,
          widths);
    }
    double center = centers.get(0);
    double width = widths.get(0);
    return switch (function) {
      case "LINEAR" -> linear(center, width);
      case "LINEAR_EXACT" -> linearExact(center, width);
      case "SIGMOID" -> sigmoid(center, width);
      default ->
          throw FilmRefusals.refused(
              Reason.UNSUPPORTED_ENCODING,
              "the VOI LUT function is LINEAR, LINEAR_EXACT or SIGMOID, found %s",
              function.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "?"));
    };
  }

  /** PS3.3 C.11.2.1.2.1: the window's last value, not the first beyond it, is shown brightest. */
  private static VoiTransform linear(double center, double width) {
    double steps = width - 1;
    return (value, low, high) -> {
      if (value <= center - 0.5 - steps / 2) {
        return low;
      }
      if (value > center - 0.5 + steps / 2) {
        return high;
      }
      // Summed in this order, values between two levels fall on the same one as in other viewers.
      double offset = high - ((center - 0.5) / steps + 0.5) * (high - low);
      return offset + value * ((high - low) / steps);
    };
  }

  /** PS3.3 C.11.2.1.3.2. */
  private static VoiTransform linearExact(double center, double width) {
    return (value, low, high) -> {
      if (value <= center - width / 2) {
        return low;
      }
      if (value > center + width / 2) {
        return high;
      }
      return ((value - center) / width + 0.5) * (high - low) + low;
    };
  }

  /** PS3.3 C.11.2.1.3.1. */
  private static VoiTransform sigmoid(double center, double width) {
    return (value, low, high) -> low + (high - low) / (1 + Math.exp(-4 * (value - center) / width));
  }

  private static VoiTransform wholeRange(double lowest, double highest) {
    return (value, low, high) -> level(value - lowest, highest - lowest + 1, low, high);
  }

  /**
   * One of {@code count} equal steps, each shown as an equal share of the levels: with 12 bits in
   * 16, every step is 16 levels. An inverted film is the exact complement.
   */
  private static double level(double step, double count, double low, double high) {
    double level = Math.floor(step * (Math.abs(high - low) + 1) / count);
    return high > low ? low + level : low - level;
  }
}
