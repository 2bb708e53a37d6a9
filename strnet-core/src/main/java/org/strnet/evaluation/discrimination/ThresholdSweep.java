package org.strnet.evaluation.discrimination;

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
    double[] positives = films.sorted(true);
    double[] negatives = films.sorted(false);
    int p = positives.length;
    int n = negatives.length;
    while (p > 0 || n > 0) {
      double score =
          Math.max(
              p > 0 ? positives[p - 1] : Double.NEGATIVE_INFINITY,
              n > 0 ? negatives[n - 1] : Double.NEGATIVE_INFINITY);
      while (p > 0 && positives[p - 1] == score) {
        p--;
      }
      while (n > 0 && negatives[n - 1] == score) {
        n--;
      }
      visitor.at(score, positives.length - p, negatives.length - n);
    }
  }
}
