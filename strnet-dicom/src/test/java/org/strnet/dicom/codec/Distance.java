package org.strnet.dicom.codec;

/**
 * How far two frames lie apart, in levels.
 *
 * @param largest absolute difference of two cells
 * @param mean absolute difference
 */
record Distance(int largest, double mean) {

  /** Compares cells as unsigned numbers. */
  static Distance between(short[] a, short[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " cells");
    }
    int largest = 0;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = Math.abs((a[i] & 0xffff) - (b[i] & 0xffff));
      largest = Math.max(largest, difference);
      sum += difference;
    }
    return new Distance(largest, sum / a.length);
  }
}
