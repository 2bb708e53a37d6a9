package org.strnet.dicom.codec.jpegls;

/** Decodes a scan line by line (T.87, Annex A): regular mode here, runs in {@link RunMode}. */
final class ScanDecoder {

  private final BitSource bits;
  private final Gradients gradients;
  private final RegularMode regular;
  private final RunMode runs;
  private final int rows;
  private final int columns;

  ScanDecoder(CodingParameters parameters, BitSource bits, int rows, int columns) {
    this.bits = bits;
    this.rows = rows;
    this.columns = columns;
    gradients = new Gradients(parameters);
    regular = new RegularMode(parameters);
    runs = new RunMode(parameters, bits);
  }

  short[] decode() {
    short[] samples = new short[rows * columns];
    int[] above = new int[columns + 2];
    int[] line = new int[columns + 2];
    for (int row = 0; row < rows; row++) {
      line[0] = above[1];
      above[columns + 1] = above[columns];
      line(above, line);
      int start = row * columns;
      for (int i = 0; i < columns; i++) {
        samples[start + i] = (short) line[i + 1];
      }
      int[] other = above;
      above = line;
      line = other;
    }
    return samples;
  }

  /** One line; both arrays have a sample before the first and behind the last. */
  private void line(int[] above, int[] line) {
    int last = line.length - 2;
    int x = 1;
    while (x <= last) {
      int left = line[x - 1];
      int up = above[x];
      int upLeft = above[x - 1];
      int context = gradients.context(above[x + 1] - up, up - upLeft, upLeft - left);
      if (context == 0) {
        x = runs.decode(above, line, x);
      } else {
        line[x] = regular.decode(bits, context, predicted(left, up, upLeft));
        x++;
      }
    }
  }

  /** The median of left, up and their plane (A.4.1). */
  private static int predicted(int left, int up, int upLeft) {
    int most = Math.max(left, up);
    int least = Math.min(left, up);
    return Math.max(least, Math.min(most, left + up - upLeft));
  }
}
