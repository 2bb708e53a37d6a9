package org.strnet.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.strnet.network.Evidence;

/** What each cell of a feature map adds to the bone-loss logit, to first order, with its sign. */
record SignedMap(int height, int width, double[] cells) {

  static SignedMap of(Evidence evidence) {
    float[] map = evidence.features().values();
    float[] gradient = evidence.boneLossGradient();
    double[] cells = new double[map.length / gradient.length];
    for (int channel = 0; channel < gradient.length; channel++) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] += (double) gradient[channel] * map[channel * cells.length + i] / cells.length;
      }
    }
    return new SignedMap(evidence.features().height(), evidence.features().width(), cells);
  }

  /** Cells from the highest to the lowest. */
  int[] fromHighest() {
    return IntStream.range(0, cells.length)
        .boxed()
        .sorted(Comparator.comparingDouble(cell -> -cells[cell]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Spearman's rank correlation with another map of the same shape; 0 where one is flat. */
  double rankCorrelation(SignedMap other) {
    double[] a = ranks(cells);
    double[] b = ranks(other.cells);
    double middle = (a.length - 1) / 2.0;
    double product = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - middle) * (b[i] - middle);
      squares += (i - middle) * (i - middle);
    }
    return isFlat() || other.isFlat() ? 0 : product / squares;
  }

  private boolean isFlat() {
    return Arrays.stream(cells).distinct().count() < 2;
  }

  /**
   * Ranks from 0; equal values, which a network's sums hardly have, in the order of their place.
   */
  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }
}
