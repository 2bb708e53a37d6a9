package org.strnet.dicom.grayscale;

import org.strnet.dicom.codec.FrameGeometry;

/**
 * From cells to stored values: the bits below the high bit, with their sign (PS3.5 8.1.1). What
 * stands above or below them in the cell (old overlays) is cut off.
 *
 * @param bits bits stored, 1 to 16
 * @param shift bits below the lowest stored one
 * @param signed whether values are two's complement
 */
record StoredValues(int bits, int shift, boolean signed) {

  static StoredValues of(FrameGeometry geometry) {
    return new StoredValues(
        geometry.bitsStored(), geometry.highBit() + 1 - geometry.bitsStored(), geometry.signed());
  }

  /** How many different values there are. */
  int count() {
    return 1 << bits;
  }

  /** The place of a cell's value in a table of {@link #count()} entries, its bits without sign. */
  int index(short cell) {
    return (cell & 0xffff) >>> shift & (count() - 1);
  }

  /** The value at a place. */
  int value(int index) {
    boolean negative = signed && index >= count() / 2;
    return negative ? index - count() : index;
  }

  /** The smallest value that the bits can hold. */
  int lowest() {
    return signed ? -count() / 2 : 0;
  }

  /** The largest value that the bits can hold. */
  int highest() {
    return signed ? count() / 2 - 1 : count() - 1;
  }
}
