package org.strnet.knee;

import org.strnet.radiograph.Radiograph;

/**
 * A square laid over a film, which may reach beyond it.
 *
 * @param left left edge in film pixels, negative beyond the film's left
 * @param top top edge in film pixels
 * @param side side in film pixels, above 0
 */
public record FilmWindow(double left, double top, double side) {

  /** Checks the ranges. */
  public FilmWindow {
    if (!Double.isFinite(left) || !Double.isFinite(top) || !(side > 0 && side < 1e7)) {
      throw new IllegalArgumentException(
          "a window needs a finite corner and a positive side, found "
              + left
              + ", "
              + top
              + ", "
              + side);
    }
  }

  /** The smallest square that holds the whole film, the film in its middle. */
  public static FilmWindow whole(Radiograph film) {
    double side = Math.max(film.width(), film.height());
    return new FilmWindow((film.width() - side) / 2, (film.height() - side) / 2, side);
  }

  /**
   * The square of a side around a centre.
   *
   * @param x centre in film pixels
   * @param y centre in film pixels
   */
  public static FilmWindow around(double x, double y, double side) {
    return new FilmWindow(x - side / 2, y - side / 2, side);
  }

  /** Film column, in pixels, of a place given as a fraction of the window's side. */
  public double filmX(double fraction) {
    return left + fraction * side;
  }

  /** Film row, in pixels, of a place given as a fraction of the window's side. */
  public double filmY(double fraction) {
    return top + fraction * side;
  }

  /** Fraction of the window's side of a film column. */
  public double fractionX(double filmX) {
    return (filmX - left) / side;
  }

  /** Fraction of the window's side of a film row. */
  public double fractionY(double filmY) {
    return (filmY - top) / side;
  }
}
