package org.strnet.dicom.film;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aoju.bus.image.Tag;

/**
 * Size of a pixel in the plane of the patient, in mm.
 *
 * @param rowMm distance of the rows' centres
 * @param columnMm distance of the columns' centres
 * @param source where it comes from
 */
public record PixelSpacing(double rowMm, double columnMm, Source source) {

  /** Where a spacing comes from (PS3.3 section 10.7.1.3). */
  public enum Source {
    /** Pixel Spacing (0028,0030): calibrated or corrected for magnification by the device. */
    PIXEL_SPACING,
    /** Imager Pixel Spacing (0018,1164) over the estimated magnification (0018,1114). */
    IMAGER_SPACING_AND_MAGNIFICATION,
    /** Imager Pixel Spacing (0018,1164) at the detector; the patient is smaller than it says. */
    IMAGER_SPACING
  }

  /** A pixel of a projection radiograph is finer than this, in mm. */
  private static final double COARSEST_MM = 5;

  /** Checks that both are positive. */
  public PixelSpacing {
    if (!(rowMm > 0 && columnMm > 0)) {
      throw new IllegalArgumentException(
          "a spacing is positive, found %s, %s".formatted(rowMm, columnMm));
    }
  }

  /** The spacing that a header states; empty where it states none, or one that no film has. */
  public static Optional<PixelSpacing> of(FilmHeader header) {
    Optional<PixelSpacing> corrected =
        of(header.numbers(Tag.PixelSpacing), 1, Source.PIXEL_SPACING);
    if (corrected.isPresent()) {
      return corrected;
    }
    List<Double> imager = header.numbers(Tag.ImagerPixelSpacing);
    OptionalDouble factor = header.number(Tag.EstimatedRadiographicMagnificationFactor);
    return factor.isPresent() && factor.getAsDouble() >= 1
        ? of(imager, factor.getAsDouble(), Source.IMAGER_SPACING_AND_MAGNIFICATION)
        : of(imager, 1, Source.IMAGER_SPACING);
  }

  private static Optional<PixelSpacing> of(List<Double> spacing, double factor, Source source) {
    boolean stated =
        spacing.size() == 2
            && spacing.stream().allMatch(value -> value > 0 && value <= COARSEST_MM);
    return stated
        ? Optional.of(new PixelSpacing(spacing.get(0) / factor, spacing.get(1) / factor, source))
        : Optional.empty();
  }

  /** Whether pixels are square to within one in a hundred. */
  public boolean isSquare() {
    return Math.abs(rowMm / columnMm - 1) <= 0.01;
  }
}
