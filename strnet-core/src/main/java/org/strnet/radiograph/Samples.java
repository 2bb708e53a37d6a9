package org.strnet.radiograph;

/** The samples of a film, unsigned, however they are kept; immutable to see. */
sealed interface Samples permits ByteSamples, WordSamples, BlockSamples {

  /** The sample at a column and a row. */
  int at(int x, int y);

  /** Copies {@code target.length} samples of a row from a column on. */
  void copyRow(int y, int x, int[] target);

  /** Adds {@code count} samples of a row from a column on, times a weight, to the sums. */
  void addRow(int y, int x, int count, float weight, float[] sums);

  /** Adds rows, each {@code sums.length} samples from a column on, to the sums. */
  void addRows(int top, int bottom, int x, int[] sums);
}
