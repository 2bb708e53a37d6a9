package org.strnet.evaluation.discrimination;

import org.strnet.evaluation.estimate.Interval;

/**
 * 95 % interval of an area under the ROC curve from the area and the two counts alone: the areas
 * whose distance from the found one is at most 1.96 of their own standard errors (Newcombe 2006,
 * Statistics in Medicine 25:559, method 5; the variance is that of Hanley and McNeil 1982 with both
 * counts replaced by their mean). Defined also where every pair is ordered alike, where DeLong's
 * variance is 0: 3 + 3 films without an error leave room down to 0.50.
 */
final class NewcombeInterval {

  private NewcombeInterval() {}

  static Interval of(double area, int positives, int negatives) {
    return new Interval(limit(area, 0, positives, negatives), limit(area, 1, positives, negatives));
  }

  /** Bisection between the found area and an end of the range. */
  private static double limit(double area, double end, int positives, int negatives) {
    double inside = area;
    double outside = end;
    for (int step = 0; step < 60; step++) {
      double middle = (inside + outside) / 2;
      double distance = Math.abs(middle - area);
      if (distance <= Interval.Z * standardError(middle, positives, negatives)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private static double standardError(double area, double positives, double negatives) {
    double mean = (positives + negatives) / 2 - 1;
    double pairs = mean * ((1 - area) / (2 - area) + area / (1 + area));
    return Math.sqrt(area * (1 - area) * (1 + pairs) / (positives * negatives));
  }
}
