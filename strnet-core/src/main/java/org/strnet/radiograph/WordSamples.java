package org.strnet.radiograph;

/**
 * Samples of 16 bits, row by row.
 *
 * @param width samples of a row
 * @param words not copied
 */
record WordSamples(int width, short[] words) implements Samples {

  @Override
  public int at(int x, int y) {
    return words[y * width + x] & 0xffff;
  }

  @Override
  public void copyRow(int y, int x, int[] target) {
    int from = y * width + x;
    for (int i = 0; i < target.length; i++) {
      target[i] = words[from + i] & 0xffff;
    }
  }

  @Override
  public void addRow(int y, int x, int count, float weight, float[] sums) {
    int from = y * width + x;
    for (int i = 0; i < count; i++) {
      sums[i] += weight * (words[from + i] & 0xffff);
    }
  }

  @Override
  public void addRows(int top, int bottom, int x, int[] sums) {
    for (int y = top; y < bottom; y++) {
      int from = y * width + x;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += words[from + i] & 0xffff;
      }
    }
  }
}
