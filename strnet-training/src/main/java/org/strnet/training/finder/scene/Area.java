package org.strnet.training.finder.scene;

/**
 * An upright rectangle in pixels.
 *
 * @param left left edge
 * @param top top edge
 * @param right right edge, beyond the left
 * @param bottom bottom edge, below the top
 */
record Area(double left, double top, double right, double bottom) {

  /** Checks that it is not empty. */
  Area {
    if (!(right > left && bottom > top)) {
      throw new IllegalArgumentException(
          "an area must not be empty, found x %s to %s, y %s to %s"
              .formatted(left, right, top, bottom));
    }
  }

  /** All of a film. */
  static Area of(ReducedFilm film) {
    return new Area(0, 0, film.width(), film.height());
  }

  /** Width in pixels. */
  double width() {
    return right - left;
  }

  /** Height in pixels. */
  double height() {
    return bottom - top;
  }

  /** Whether a point lies in it. */
  boolean contains(double x, double y) {
    return x >= left && x < right && y >= top && y < bottom;
  }

  /** Distance of a point from the nearest edge, negative outside. */
  double depth(double x, double y) {
    return Math.min(Math.min(x - left, right - x), Math.min(y - top, bottom - y));
  }
}
