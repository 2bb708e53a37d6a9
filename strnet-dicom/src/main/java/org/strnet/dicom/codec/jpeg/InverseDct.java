package org.strnet.dicom.codec.jpeg;

/**
 * The inverse DCT of 8 x 8 coefficients (T.81, A.3.3) in single precision: columns, then rows, each
 * split into even and odd frequencies. Rounding stays far below one level of 12 bits.
 */
final class InverseDct {

  /** Half of cos(u pi / 16). */
  private static final float C1 = (float) (Math.cos(Math.PI / 16) / 2);

  private static final float C2 = (float) (Math.cos(2 * Math.PI / 16) / 2);
  private static final float C3 = (float) (Math.cos(3 * Math.PI / 16) / 2);
  private static final float C4 = (float) (Math.cos(4 * Math.PI / 16) / 2);
  private static final float C5 = (float) (Math.cos(5 * Math.PI / 16) / 2);
  private static final float C6 = (float) (Math.cos(6 * Math.PI / 16) / 2);
  private static final float C7 = (float) (Math.cos(7 * Math.PI / 16) / 2);

  private InverseDct() {}

  /** Transforms a block in place; rows of eight. */
  static void transform(float[] block) {
    for (int column = 0; column < 8; column++) {
      if (isFlat(block, column)) {
        float value = block[column] * C4;
        for (int i = column; i < 64; i += 8) {
          block[i] = value;
        }
      } else {
        line(block, column, 8);
      }
    }
    for (int row = 0; row < 64; row += 8) {
      line(block, row, 1);
    }
  }

  private static boolean isFlat(float[] b, int i) {
    return b[i + 8] == 0
        && b[i + 16] == 0
        && b[i + 24] == 0
        && b[i + 32] == 0
        && b[i + 40] == 0
        && b[i + 48] == 0
        && b[i + 56] == 0;
  }

  private static void line(float[] b, int start, int step) {
    float f1 = b[start + step];
    float f2 = b[start + 2 * step];
    float f3 = b[start + 3 * step];
    float f5 = b[start + 5 * step];
    float f6 = b[start + 6 * step];
    float f7 = b[start + 7 * step];
    float sum = (b[start] + b[start + 4 * step]) * C4;
    float difference = (b[start] - b[start + 4 * step]) * C4;
    float outer = f2 * C2 + f6 * C6;
    float inner = f2 * C6 - f6 * C2;
    float odd0 = C1 * f1 + C3 * f3 + C5 * f5 + C7 * f7;
    float odd1 = C3 * f1 - C7 * f3 - C1 * f5 - C5 * f7;
    float odd2 = C5 * f1 - C1 * f3 + C7 * f5 + C3 * f7;
    float odd3 = C7 * f1 - C5 * f3 + C3 * f5 - C1 * f7;
    b[start] = sum + outer + odd0;
    b[start + step] = difference + inner + odd1;
    b[start + 2 * step] = difference - inner + odd2;
    b[start + 3 * step] = sum - outer + odd3;
    b[start + 4 * step] = sum - outer - odd3;
    b[start + 5 * step] = difference - inner - odd2;
    b[start + 6 * step] = difference + inner - odd1;
    b[start + 7 * step] = sum + outer - odd0;
  }
}
