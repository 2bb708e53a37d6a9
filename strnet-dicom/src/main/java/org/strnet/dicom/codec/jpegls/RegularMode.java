package org.strnet.dicom.codec.jpegls;

import java.util.Arrays;

/** Regular mode: contexts and the decoding of one sample (T.87, A.4 to A.6). */
final class RegularMode {

  private static final int CONTEXTS = 365;

  private final int[] magnitude = new int[CONTEXTS]; // A
  private final int[] bias = new int[CONTEXTS]; // B
  private final int[] correction = new int[CONTEXTS]; // C
  private final int[] count = new int[CONTEXTS]; // N
  private final Reconstruction reconstruction;
  private final int near;
  private final int step;
  private final int maxVal;
  private final int reset;
  private final int longest;
  private final int errorBits;

  RegularMode(CodingParameters parameters) {
    Arrays.fill(magnitude, parameters.initialMagnitude());
    Arrays.fill(count, 1);
    reconstruction = new Reconstruction(parameters);
    near = parameters.near();
    step = parameters.step();
    maxVal = parameters.maxVal();
    reset = parameters.reset();
    errorBits = parameters.errorBits();
    longest = parameters.limit() - errorBits - 1;
  }

  /**
   * Decodes a sample.
   *
   * @param signed context, not 0; a negative one mirrors its positive one
   * @param predicted from the neighbours
   */
  int decode(BitSource bits, int signed, int predicted) {
    int mirror = signed >> 31; // -1 or 0
    int q = (signed ^ mirror) - mirror;
    int corrected = predicted + ((correction[q] ^ mirror) - mirror);
    corrected = Math.max(0, Math.min(maxVal, corrected));
    int k = golombParameter(magnitude[q], count[q]);
    int mapped = bits.golomb(k, longest, errorBits);
    int error = mapped >>> 1 ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * bias[q] <= -count[q]) {
      error = ~error;
    }
    update(q, error);
    return reconstruction.sample(corrected, (error ^ mirror) - mirror);
  }

  /** The least k with N 2^k of at least A (A.5.1). */
  static int golombParameter(int magnitude, int count) {
    int k =
        Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitude));
    return count << k < magnitude ? k + 1 : k;
  }

  /** A.6. */
  private void update(int q, int error) {
    int n = count[q];
    int b = bias[q] + error * step;
    int a = magnitude[q] + Math.abs(error);
    if (n == reset) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    if (b <= -n) {
      b = Math.max(b + n, 1 - n);
      correction[q] = Math.max(-128, correction[q] - 1);
    } else if (b > 0) {
      b = Math.min(b - n, 0);
      correction[q] = Math.min(127, correction[q] + 1);
    }
    magnitude[q] = a;
    bias[q] = b;
    count[q] = n;
  }
}
