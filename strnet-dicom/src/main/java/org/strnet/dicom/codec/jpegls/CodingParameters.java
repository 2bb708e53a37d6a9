package org.strnet.dicom.codec.jpegls;

/**
 * What a scan is coded with (T.87, A.1 and A.2.1).
 *
 * @param maxVal largest sample
 * @param near largest difference of a decoded sample from the encoded one
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset after so many samples a context's counters are halved
 */
record CodingParameters(int maxVal, int near, int t1, int t2, int t3, int reset) {

  /** Width of a quantised error: 2 NEAR + 1. */
  int step() {
    return 2 * near + 1;
  }

  /** RANGE: how many values a quantised error has. */
  int range() {
    return (maxVal + 2 * near) / step() + 1;
  }

  /** qbpp: bits of a quantised error. */
  int errorBits() {
    return bits(range());
  }

  /** LIMIT: longest code in bits. */
  int limit() {
    int sampleBits = Math.max(2, bits(maxVal + 1));
    return 2 * (sampleBits + Math.max(8, sampleBits));
  }

  /** First value of every counter A. */
  int initialMagnitude() {
    return Math.max(2, (range() + 32) / 64);
  }

  private static int bits(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }
}
