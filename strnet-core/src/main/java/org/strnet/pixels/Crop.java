package org.strnet.pixels;

import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.Radiograph;

/**
 * The square of film that the network sees, in film pixels; it may reach beyond the film.
 *
 * @param left left edge, pixels from the film's left
 * @param top upper edge, pixels from the film's top
 * @param side side in pixels, above 0
 * @param mirrored whether left and right are exchanged so that the fibula comes to the right
 */
public record Crop(double left, double top, double side, boolean mirrored) {

  /** Checks that there is a square. */
  public Crop {
    if (!(side > 0) || !Double.isFinite(left + top + side)) {
      throw new IllegalArgumentException(
          "a crop is a square with a side above 0, found left %s, top %s, side %s"
              .formatted(left, top, side));
    }
  }

  /**
   * The square around a joint: {@code cropWidths} plateau widths wide, its centre {@code
   * centreShift} plateau widths above the joint line. It is mirrored when the fibula lies on the
   * left; a knee whose fibula side is not known stays as it is.
   */
  public static Crop around(Radiograph film, KneeRegion knee, PixelSpecification specification) {
    double plateau = knee.plateauWidth() * film.width();
    double side = specification.cropWidths() * plateau;
    double centreX = knee.cx() * film.width();
    double centreY = knee.cy() * film.height() - specification.centreShift() * plateau;
    return new Crop(
        centreX - side / 2, centreY - side / 2, side, knee.fibulaSide() == FibulaSide.LEFT);
  }

  /** The share of the square's area that lies on the film, 0 to 1. */
  public double shareOn(Radiograph film) {
    return overlap(left, film.width()) * overlap(top, film.height()) / (side * side);
  }

  private double overlap(double start, int length) {
    return Math.max(0, Math.min(start + side, length) - Math.max(start, 0));
  }
}
