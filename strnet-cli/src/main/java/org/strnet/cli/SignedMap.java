package org.strnet.cli;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.agreement.Spearman;
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
    return Spearman.of(new NumberPairs(cells, other.cells)).orElse(0);
  }
}
