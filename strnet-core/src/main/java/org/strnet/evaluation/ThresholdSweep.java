package org.strnet.evaluation;

/** Walks the distinct scores from the highest down, counting the films at or above each. */
final class ThresholdSweep {

  /** Receives each distinct score. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param threshold the score
     * @param truePositives positive films at or above it
     * @param falsePositives negative films at or above it
     */
    void at(double threshold, int truePositives, int falsePositives);
  }

  private ThresholdSweep() {}

  static void down(BinaryScores films, Visitor visitor) {
    int[] order = Ranking.ascending(films.scores());
    int truePositives = 0;
    int falsePositives = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      if (films.isPositive(order[i])) {
        truePositives++;
      } else {
        falsePositives++;
      }
      double score = films.score(order[i]);
      if (i == 0 || films.score(order[i - 1]) != score) {
        visitor.at(score, truePositives, falsePositives);
      }
    }
  }
}
