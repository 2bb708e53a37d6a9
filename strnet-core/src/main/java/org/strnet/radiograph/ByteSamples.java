package org.strnet.radiograph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Samples of 8 bits, row by row.
 *
 * @param width samples of a row
 * @param bytes not copied
 */
record ByteSamples(int width, byte[] bytes) implements Samples {

  /** Rows of bytes that a lane of 16 bits can hold the sum of. */
  private static final int LANE_ROWS = 256;

  private static final long LANES = 0x00ff_00ff_00ff_00ffL;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  @Override
  public int at(int x, int y) {
    return bytes[y * width + x] & 0xff;
  }

  @Override
  public void copyRow(int y, int x, int[] target) {
    int from = y * width + x;
    for (int i = 0; i < target.length; i++) {
      target[i] = bytes[from + i] & 0xff;
    }
  }

  @Override
  public void addRow(int y, int x, int count, float weight, float[] sums) {
    int from = y * width + x;
    for (int i = 0; i < count; i++) {
      sums[i] += weight * (bytes[from + i] & 0xff);
    }
  }

  @Override
  public void addRows(int top, int bottom, int x, int[] sums) {
    for (int y = top; y < bottom; y += LANE_ROWS) {
      addLanes(y, Math.min(bottom, y + LANE_ROWS), x, sums);
    }
  }

  /**
   * Eight columns at a time, as 16-bit lanes of two longs: C2 of Java 17 widens no bytes itself.
   */
  private void addLanes(int top, int bottom, int x, int[] sums) {
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
}
