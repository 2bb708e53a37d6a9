package org.strnet.radiograph;

/**
 * A film as single-channel samples, row by row from the top left, bone bright.
 *
 * <p>Samples are unsigned, {@code bits} wide (8 to 16) and kept as they were read: no window, no
 * inversion, no rescaling. The samples are immutable.
 */
public final class Radiograph {

  private final int width;
  private final int height;
  private final int bits;
  private final short[] samples;

  private Radiograph(int width, int height, int bits, short[] samples) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "width and height must be positive, found " + width + " x " + height);
    }
    if (bits < 8 || bits > 16) {
      throw new IllegalArgumentException("bits must be 8 to 16, found " + bits);
    }
    if (samples.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a film of %d x %d has %d samples, found %d"
              .formatted(width, height, (long) width * height, samples.length));
    }
    this.width = width;
    this.height = height;
    this.bits = bits;
    this.samples = samples;
  }

  /**
   * A film of the given samples, which are copied.
   *
   * @param samples {@code width * height} unsigned values, row by row, each below {@code 2^bits}
   */
  public static Radiograph of(int width, int height, int bits, short[] samples) {
    return new Radiograph(width, height, bits, samples.clone());
  }

  /**
   * A film that takes over a buffer its maker gives up: films are large, the reader copies once.
   */
  static Radiograph owning(int width, int height, int bits, short[] samples) {
    return new Radiograph(width, height, bits, samples);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Bits of a sample, 8 to 16. */
  public int bits() {
    return bits;
  }

  /** The sample at a column and a row, 0 to {@code 2^bits - 1}. */
  public int sample(int x, int y) {
    return samples[y * width + x] & 0xffff;
  }

  /**
   * Copies part of a row.
   *
   * @param y the row
   * @param x the first column
   * @param target receives {@code target.length} samples as unsigned values
   */
  public void copyRow(int y, int x, int[] target) {
    int from = y * width + x;
    for (int i = 0; i < target.length; i++) {
      target[i] = samples[from + i] & 0xffff;
    }
  }

  /** A copy of all samples, row by row. */
  public short[] samples() {
    return samples.clone();
  }
}
