package org.strnet.radiograph.jpeg;

/**
 * The inverse DCT of 8 x 8 coefficients (T.81, A.3.3) in integers: columns, then rows, each after
 * Loeffler, Ligtenberg and Moschytz (1989) with constants of 13 bits. It rounds where the
 * Independent JPEG Group's accurate integer method does, so that levels are those which most
 * decoders give.
 */
final class InverseDct {

  private static final int CONSTANT_BITS = 13;

  private static final int F_0_298 = 2446;
  private static final int F_0_390 = 3196;
  private static final int F_0_541 = 4433;
  private static final int F_0_765 = 6270;
  private static final int F_0_899 = 7373;
  private static final int F_1_175 = 9633;
  private static final int F_1_501 = 12299;
  private static final int F_1_847 = 15137;
  private static final int F_1_961 = 16069;
  private static final int F_2_053 = 16819;
  private static final int F_2_562 = 20995;
  private static final int F_3_072 = 25172;

  private InverseDct() {}

  /**
   * Transforms a block in place; rows of eight.
   *
   * @param extraBits that columns keep for the rows: 2 for levels of 8 bits, 1 for 12, so that
   *     nothing overflows
   */
  static void transform(int[] block, int extraBits) {
    columns(block, extraBits);
    rows(block, CONSTANT_BITS + extraBits + 3);
  }

  private static boolean isFlat(int[] b, int i) {
    return (b[i + 8] | b[i + 16] | b[i + 24] | b[i + 32] | b[i + 40] | b[i + 48] | b[i + 56]) == 0;
  }

  private static void columns(int[] b, int extraBits) {
    int shift = CONSTANT_BITS - extraBits;
    int half = 1 << (shift - 1);
    for (int i = 0; i < 8; i++) {
      if (isFlat(b, i)) {
        int value = b[i] << extraBits;
        for (int j = i; j < 64; j += 8) {
          b[j] = value;
        }
        continue;
      }
      int f2 = b[i + 2 * 8];
      int f6 = b[i + 6 * 8];
      int z1 = (f2 + f6) * F_0_541;
      int outer = z1 + f2 * F_0_765;
      int inner = z1 - f6 * F_1_847;
      int sum = ((b[i] + b[i + 4 * 8]) << CONSTANT_BITS) + half;
      int difference = ((b[i] - b[i + 4 * 8]) << CONSTANT_BITS) + half;
      int f1 = b[i + 8];
      int f3 = b[i + 3 * 8];
      int f5 = b[i + 5 * 8];
      int f7 = b[i + 7 * 8];
      int z5 = (f7 + f3 + f5 + f1) * F_1_175;
      int z71 = (f7 + f1) * F_0_899;
      int z53 = (f5 + f3) * F_2_562;
      int z73 = z5 - (f7 + f3) * F_1_961;
      int z51 = z5 - (f5 + f1) * F_0_390;
      int odd3 = f7 * F_0_298 - z71 + z73;
      int odd2 = f5 * F_2_053 - z53 + z51;
      int odd1 = f3 * F_3_072 - z53 + z73;
      int odd0 = f1 * F_1_501 - z71 + z51;
      b[i] = (sum + outer + odd0) >> shift;
      b[i + 8] = (difference + inner + odd1) >> shift;
      b[i + 2 * 8] = (difference - inner + odd2) >> shift;
      b[i + 3 * 8] = (sum - outer + odd3) >> shift;
      b[i + 4 * 8] = (sum - outer - odd3) >> shift;
      b[i + 5 * 8] = (difference - inner - odd2) >> shift;
      b[i + 6 * 8] = (difference + inner - odd1) >> shift;
      b[i + 7 * 8] = (sum + outer - odd0) >> shift;
    }
  }

  private static void rows(int[] b, int shift) {
    int half = 1 << (shift - 1);
    for (int i = 0; i < 64; i += 8) {
      int f2 = b[i + 2];
      int f6 = b[i + 6];
      int z1 = (f2 + f6) * F_0_541;
      int outer = z1 + f2 * F_0_765;
      int inner = z1 - f6 * F_1_847;
      int sum = ((b[i] + b[i + 4]) << CONSTANT_BITS) + half;
      int difference = ((b[i] - b[i + 4]) << CONSTANT_BITS) + half;
      int f1 = b[i + 1];
      int f3 = b[i + 3];
      int f5 = b[i + 5];
      int f7 = b[i + 7];
      int z5 = (f7 + f3 + f5 + f1) * F_1_175;
      int z71 = (f7 + f1) * F_0_899;
      int z53 = (f5 + f3) * F_2_562;
      int z73 = z5 - (f7 + f3) * F_1_961;
      int z51 = z5 - (f5 + f1) * F_0_390;
      int odd3 = f7 * F_0_298 - z71 + z73;
      int odd2 = f5 * F_2_053 - z53 + z51;
      int odd1 = f3 * F_3_072 - z53 + z73;
      int odd0 = f1 * F_1_501 - z71 + z51;
      b[i] = (sum + outer + odd0) >> shift;
      b[i + 1] = (difference + inner + odd1) >> shift;
      b[i + 2] = (difference - inner + odd2) >> shift;
      b[i + 3] = (sum - outer + odd3) >> shift;
      b[i + 4] = (sum - outer - odd3) >> shift;
      b[i + 5] = (difference - inner - odd2) >> shift;
      b[i + 6] = (difference + inner - odd1) >> shift;
      b[i + 7] = (sum + outer - odd0) >> shift;
    }
  }
}
