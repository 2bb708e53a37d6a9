package org.strnet.evaluation.discrimination;

import java.util.stream.IntStream;

/**
 * Of each film, the share of films of the other label that it is ordered rightly against, equal
 * scores counting half: of a positive film the negatives below it, of a negative film the positives
 * above it. Their means over either label are the area under the ROC curve (DeLong et al. 1988).
 */
final class Placements {

  private Placements() {}

  /** In the order of the films, by binary search in the other label's scores. */
  static double[] of(BinaryScores films) {
    double[] positives = films.sorted(true);
    double[] negatives = films.sorted(false);
    return IntStream.range(0, films.size())
        .parallel()
        .mapToDouble(
            film ->
                films.isPositive(film)
                    ? below(films.score(film), negatives)
                    : 1 - below(films.score(film), positives))
        .toArray();
  }

  /** The share of some scores below one. */
  private static double below(double score, double[] sorted) {
    int below = firstFrom(sorted, score);
    int upTo =
        below < sorted.length && sorted[below] == score
            ? firstFrom(sorted, Math.nextUp(score))
            : below;
    return (below + upTo) / 2.0 / sorted.length;
  }

  /** Index of the first score at or above a limit. */
  private static int firstFrom(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
