package org.strnet.knee;

/**
 * Runs the finder's network on one letterboxed film.
 *
 * <p>Input: {@code size * size} values in [-1, 1], row by row. Output: {@link #CHANNELS} planes of
 * {@code size / 4} squared values each, plane after plane: centre logit, offset in x and in y from
 * the cell's centre (in cells), natural logarithm of the plateau width (in cells), logit of the
 * fibula lying on the right.
 */
@FunctionalInterface
public interface JointNetwork {

  /** Planes of the output: centre, x offset, y offset, log width, fibula on the right. */
  int CHANNELS = 5;

  /** Cells are this many input pixels wide and high. */
  int STRIDE = 4;

  /**
   * @param film {@code size * size} values
   * @param size side of the input, a multiple of 32
   * @return {@code 5 * (size / 4)^2} values
   */
  float[] run(float[] film, int size);
}
