package org.strnet.dicom.codec;

/**
 * Size of a frame and layout of its cells (PS3.5, 8.1.1; PS3.3, C.7.6.3).
 *
 * @param rows 1 to 65535
 * @param columns 1 to 65535; rows times columns at most 2^30
 * @param bitsAllocated 8 or 16
 * @param bitsStored 1 to bitsAllocated
 * @param highBit bitsStored - 1 to bitsAllocated - 1
 * @param signed whether stored values are two's complement
 */
public record FrameGeometry(
    int rows, int columns, int bitsAllocated, int bitsStored, int highBit, boolean signed) {

  private static final int LARGEST_SIDE = 65535;
  private static final long MOST_CELLS = 1L << 30;

  /** Checks every range. */
  public FrameGeometry {
    if (rows < 1 || rows > LARGEST_SIDE || columns < 1 || columns > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "rows and columns are 1 to 65535, found %d and %d".formatted(rows, columns));
    }
    if ((long) rows * columns > MOST_CELLS) {
      throw new IllegalArgumentException(
          "a frame has at most 2^30 cells, found %d x %d".formatted(rows, columns));
    }
    if (bitsAllocated != 8 && bitsAllocated != 16) {
      throw new IllegalArgumentException(
          "bits allocated are 8 or 16, found %d".formatted(bitsAllocated));
    }
    if (bitsStored < 1 || bitsStored > bitsAllocated) {
      throw new IllegalArgumentException(
          "bits stored are 1 to the %d allocated, found %d".formatted(bitsAllocated, bitsStored));
    }
    if (highBit < bitsStored - 1 || highBit >= bitsAllocated) {
      throw new IllegalArgumentException(
          "the high bit leaves room for %d bits within %d, found %d"
              .formatted(bitsStored, bitsAllocated, highBit));
    }
  }

  /** Cells of the frame. */
  public int cells() {
    return rows * columns;
  }

  /** Bytes of the frame where it is not compressed. */
  public long nativeBytes() {
    return (long) cells() * (bitsAllocated / 8);
  }
}
