package org.strnet.radiograph;

import java.util.Arrays;
import java.util.Optional;

/**
 * A film as single-channel samples, row by row from the top left, bone bright.
 *
 * <p>Samples are unsigned, {@code bits} wide (8 to 16) and kept as they were read: no window, no
 * inversion, no rescaling. The samples are immutable; those of 8 bits take one byte each, others
 * two.
 */
public final class Radiograph {

  /** Most rows that {@link #sumRows} adds. */
  public static final int MOST_ROWS = 32_767;

  private final int width;
  private final int height;
  private final int bits;
  private final Samples samples;

  private Radiograph(int width, int height, int bits, Samples samples) {
    if (bits < 8 || bits > 16) {
      throw new IllegalArgumentException("bits must be 8 to 16, found " + bits);
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
    return owning(width, height, bits, samples.clone());
  }

  /**
   * A film that takes over a buffer its maker gives up: films are large, the reader copies once.
   */
  static Radiograph owning(int width, int height, int bits, short[] samples) {
    if (bits != 8) {
      checkCount(width, height, samples.length);
      return new Radiograph(width, height, bits, new WordSamples(width, samples));
    }
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      if ((samples[i] & 0xff00) != 0) {
        throw new IllegalArgumentException(
            "a sample of 8 bits is below 256, found " + (samples[i] & 0xffff));
      }
      bytes[i] = (byte) samples[i];
    }
    return owning(width, height, bytes);
  }

  /** As {@link #owning(int, int, int, short[])}, of 8 bits. */
  static Radiograph owning(int width, int height, byte[] samples) {
    checkCount(width, height, samples.length);
    return new Radiograph(width, height, 8, new ByteSamples(width, samples));
  }

  /** A film of 8 bits that is decoded where it is looked at. */
  static Radiograph of(int width, int height, BlockSamples samples) {
    return new Radiograph(width, height, 8, samples);
  }

  private static void checkCount(int width, int height, int count) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "width and height must be positive, found " + width + " x " + height);
    }
    if (count != (long) width * height) {
      throw new IllegalArgumentException(
          "a film of %d x %d has %d samples, found %d"
              .formatted(width, height, (long) width * height, count));
    }
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
    return samples.at(x, y);
  }

  /**
   * Copies part of a row.
   *
   * @param y the row
   * @param x the first column
   * @param target receives {@code target.length} samples as unsigned values
   */
  public void copyRow(int y, int x, int[] target) {
    samples.copyRow(y, x, target);
  }

  /**
   * Adds part of a row, weighted, to sums: what a reduction does with every row.
   *
   * @param y the row
   * @param x the first column
   * @param count how many columns
   * @param weight of the row
   * @param sums of which the first {@code count} grow by {@code weight} times the samples
   */
  public void addRow(int y, int x, int count, float weight, float[] sums) {
    samples.addRow(y, x, count, weight, sums);
  }

  /**
   * Sums whole rows, exactly: what a reduction does with most of a film's samples.
   *
   * @param top the first row
   * @param bottom the row after the last; at most {@value #MOST_ROWS} rows, so that no sum
   *     overflows
   * @param x the first column
   * @param sums receives {@code sums.length} columns' sums
   */
  public void sumRows(int top, int bottom, int x, int[] sums) {
    if (bottom - top > MOST_ROWS) {
      throw new IllegalArgumentException(
          "at most " + MOST_ROWS + " rows are summed, found " + (bottom - top));
    }
    Arrays.fill(sums, 0);
    samples.addRows(top, bottom, x, sums);
  }

  /**
   * The film at an eighth of its width and height, rounded up, each sample the mean of a square of
   * 8 x 8 in eighths of a grey value (11 bits): of a film whose file holds these means, where they
   * cost far less than the pixels. A square that reaches beyond the film's edge counts whole.
   */
  public Optional<Radiograph> eighth() {
    return samples instanceof BlockSamples blocks ? Optional.of(blocks.means()) : Optional.empty();
  }

  /** A copy of all samples, row by row. */
  public short[] samples() {
    short[] copy = new short[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      samples.copyRow(y, 0, row);
      for (int x = 0; x < width; x++) {
        copy[y * width + x] = (short) row[x];
      }
    }
    return copy;
  }
}
