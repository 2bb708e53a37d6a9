package org.strnet.radiograph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

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

  /** Rows of bytes that a lane of 16 bits can hold the sum of. */
  private static final int LANE_ROWS = 256;

  private static final long LANES = 0x00ff_00ff_00ff_00ffL;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] NO_BYTES = {};
  private static final short[] NO_WORDS = {};

  private final int width;
  private final int height;
  private final int bits;

  /** The samples of a film of 8 bits. */
  private final byte[] bytes;

  /** The samples of any other film. */
  private final short[] words;

  private Radiograph(int width, int height, int bits, byte[] bytes, short[] words) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "width and height must be positive, found " + width + " x " + height);
    }
    if (bits < 8 || bits > 16) {
      throw new IllegalArgumentException("bits must be 8 to 16, found " + bits);
    }
    int count = bits == 8 ? bytes.length : words.length;
    if (count != (long) width * height) {
      throw new IllegalArgumentException(
          "a film of %d x %d has %d samples, found %d"
              .formatted(width, height, (long) width * height, count));
    }
    this.width = width;
    this.height = height;
    this.bits = bits;
    this.bytes = bytes;
    this.words = words;
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
      return new Radiograph(width, height, bits, NO_BYTES, samples);
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
    return new Radiograph(width, height, 8, samples, NO_WORDS);
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
    return at(y * width + x);
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
    if (bits == 8) {
      for (int i = 0; i < target.length; i++) {
        target[i] = bytes[from + i] & 0xff;
      }
    } else {
      for (int i = 0; i < target.length; i++) {
        target[i] = words[from + i] & 0xffff;
      }
    }
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
    int from = y * width + x;
    if (bits == 8) {
      for (int i = 0; i < count; i++) {
        sums[i] += weight * (bytes[from + i] & 0xff);
      }
    } else {
      for (int i = 0; i < count; i++) {
        sums[i] += weight * (words[from + i] & 0xffff);
      }
    }
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
    if (bits == 8) {
      for (int y = top; y < bottom; y += LANE_ROWS) {
        addBytes(y, Math.min(bottom, y + LANE_ROWS), x, sums);
      }
    } else {
      for (int y = top; y < bottom; y++) {
        int from = y * width + x;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += words[from + i] & 0xffff;
        }
      }
    }
  }

  /**
   * Eight columns at a time, as 16-bit lanes of two longs: C2 of Java 17 widens no bytes itself.
   */
  private void addBytes(int top, int bottom, int x, int[] sums) {
    int eights = sums.length & -8;
    for (int i = 0; i < eights; i += 8) {
      long even = 0;
      long odd = 0;
      for (int y = top, at = top * width + x + i; y < bottom; y++, at += width) {
        long columns = (long) EIGHT_BYTES.get(bytes, at);
        even += columns & LANES;
        odd += (columns >>> 8) & LANES;
      }
      for (int lane = 0; lane < 4; lane++) {
        sums[i + 2 * lane] += (int) (even >>> (16 * lane)) & 0xffff;
        sums[i + 2 * lane + 1] += (int) (odd >>> (16 * lane)) & 0xffff;
      }
    }
    for (int i = eights; i < sums.length; i++) {
      for (int y = top; y < bottom; y++) {
        sums[i] += bytes[y * width + x + i] & 0xff;
      }
    }
  }

  /** A copy of all samples, row by row. */
  public short[] samples() {
    short[] samples = words.clone();
    if (bits == 8) {
      samples = new short[bytes.length];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (bytes[i] & 0xff);
      }
    }
    return samples;
  }

  private int at(int index) {
    return bits == 8 ? bytes[index] & 0xff : words[index] & 0xffff;
  }
}
