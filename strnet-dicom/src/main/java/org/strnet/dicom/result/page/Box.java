package org.strnet.dicom.result.page;

/**
 * A rectangle, y downwards.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width, 0 or above
 * @param height height, 0 or above
 */
public record Box(double x, double y, double width, double height) {

  /** Right edge. */
  public double right() {
    return x + width;
  }

  /** Lower edge. */
  public double bottom() {
    return y + height;
  }

  /** The largest box of a ratio inside this one, in its upper left corner. */
  public Box fit(double pictureWidth, double pictureHeight) {
    double scale = Math.min(width / pictureWidth, height / pictureHeight);
    return new Box(x, y, pictureWidth * scale, pictureHeight * scale);
  }
}
