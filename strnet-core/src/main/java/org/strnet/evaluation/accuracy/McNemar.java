package org.strnet.evaluation.accuracy;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Two decisions on the same films, compared by the films on which they part (McNemar 1947,
 * Psychometrika 12:153). Given the right and the wrong decisions of two readers it compares their
 * accuracy; given those on films with the finding, their sensitivity.
 *
 * @param both films of which both are true
 * @param onlyFirst only the first
 * @param onlySecond only the second
 * @param neither none
 */
public record McNemar(int both, int onlyFirst, int onlySecond, int neither) {

  /** How the p-value is found. */
  public enum Method {
    /** Binomial, two-sided: never too small. */
    EXACT,
    /** Half of the found outcome's probability taken off either tail: less cautious than exact. */
    MID_P,
    /** Chi-squared with one degree of freedom and continuity correction (Edwards 1948). */
    CHI_SQUARED
  }

  /** Checks the counts. */
  public McNemar {
    if (Math.min(Math.min(both, neither), Math.min(onlyFirst, onlySecond)) < 0) {
      throw new IllegalArgumentException("counts must not be negative");
    }
  }

  /** Counts two series of the same films, in the same order. */
  public static McNemar of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "two series of the same films, found %d and %d".formatted(first.length, second.length));
    }
    int[] counts = new int[4];
    for (int i = 0; i < first.length; i++) {
      counts[(first[i] ? 0 : 2) + (second[i] ? 0 : 1)]++;
    }
    return new McNemar(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Two-sided p-value of no difference; 1 where the two never part. */
  public double p(Method method) {
    int parting = onlyFirst + onlySecond;
    if (parting == 0) {
      return 1;
    }
    BinomialDistribution fair = BinomialDistribution.of(parting, 0.5);
    int fewer = Math.min(onlyFirst, onlySecond);
    double tails = 2 * fair.cumulativeProbability(fewer);
    return switch (method) {
      case EXACT -> Math.min(1, tails);
      case MID_P -> tails - fair.probability(fewer);
      case CHI_SQUARED -> {
        double distance = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
        yield ChiSquaredDistribution.of(1).survivalProbability(distance * distance / parting);
      }
    };
  }

  /**
   * Share of the first less share of the second. The interval is Wald's after adding half a film to
   * each of the four counts (Agresti and Min 2005, Statistics in Medicine 24:729), about the value
   * so shifted.
   */
  public Estimate difference() {
    int n = both + onlyFirst + onlySecond + neither;
    if (n == 0) {
      return Estimate.notEstimable(0, "needs films that both decided");
    }
    double value = (double) (onlyFirst - onlySecond) / n;
    double total = n + 2.0;
    double centre = (onlyFirst - onlySecond) / total;
    double error = Math.sqrt(((onlyFirst + onlySecond + 1) / total - centre * centre) / total);
    return Estimate.of(value, Interval.normal(centre, error, -1, 1), n, "Agresti-Min 95 %");
  }
}
