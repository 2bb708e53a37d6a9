package org.strnet.evaluation.calibration;

import java.util.Optional;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Logistic recalibration (Cox 1958, Biometrika 45:562; Van Calster et al. 2016, Journal of Clinical
 * Epidemiology 74:167) by maximum likelihood, with Wald intervals. Films are taken as independent.
 *
 * @param slope b of {@code logit P(y) = a + b logit p}: 1 is right, below 1 the probabilities are
 *     too extreme, above 1 too timid
 * @param inTheLarge a of {@code logit P(y) = a + logit p}: 0 is right, above 0 the probabilities
 *     are too low on average
 */
public record CalibrationSlope(Estimate slope, Estimate inTheLarge) {

  private static final String METHOD = "logistic recalibration, Wald 95 %";
  private static final int MOST_STEPS = 100;

  /** Slope and intercept, each with its interval or why there is none. */
  public static CalibrationSlope of(PredictedProbabilities films) {
    Optional<String> obstacle = obstacle(films);
    if (obstacle.isPresent()) {
      Estimate none = Estimate.notEstimable(films.size(), obstacle.get());
      return new CalibrationSlope(none, none);
    }
    double[] logits = new double[films.size()];
    for (int film = 0; film < logits.length; film++) {
      double p = films.value(film);
      logits[film] = Math.log(p) - Math.log1p(-p);
    }
    return new CalibrationSlope(slope(logits, films), inTheLarge(logits, films));
  }

  private static Optional<String> obstacle(PredictedProbabilities films) {
    int certain = 0;
    for (int film = 0; film < films.size(); film++) {
      certain += films.value(film) == 0 || films.value(film) == 1 ? 1 : 0;
    }
    if (films.lacksALabel()) {
      return Optional.of(
          "needs films of both labels, found %d positive, %d negative"
              .formatted(films.positives(), films.size() - films.positives()));
    }
    return certain == 0
        ? Optional.empty()
        : Optional.of(
            "needs probabilities above 0 and below 1, found %d that are not".formatted(certain));
  }

  private static Estimate slope(double[] logits, PredictedProbabilities films) {
    int n = logits.length;
    double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int film = 0; film < n; film++) {
      int label = films.isPositive(film) ? 1 : 0;
      lowest[label] = Math.min(lowest[label], logits[film]);
      highest[label] = Math.max(highest[label], logits[film]);
    }
    if (Math.min(lowest[0], lowest[1]) == Math.max(highest[0], highest[1])) {
      return Estimate.notEstimable(n, "needs probabilities that vary");
    }
    // Without overlap the likelihood rises for ever (Albert and Anderson 1984, Biometrika 71:1).
    if (highest[0] <= lowest[1] || highest[1] <= lowest[0]) {
      return Estimate.notEstimable(n, "needs labels that the probability does not separate");
    }
    Fit fit = maximise(logits, films, new Fit(0, 0, 0), true);
    return estimate(fit.slope, fit.slopeError, n);
  }

  private static Estimate inTheLarge(double[] logits, PredictedProbabilities films) {
    Fit fit = maximise(logits, films, new Fit(0, 1, 0), false);
    Information at = Information.of(logits, films, fit);
    return estimate(fit.intercept, 1 / Math.sqrt(at.weight), logits.length);
  }

  private static Estimate estimate(double value, double error, int n) {
    return Double.isFinite(value) && Double.isFinite(error)
        ? Estimate.of(
            value,
            Interval.normal(value, error, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            n,
            METHOD)
        : Estimate.notEstimable(n, "needs probabilities that are less extreme");
  }

  /** Newton's steps, halved while they lower the likelihood, which is concave. */
  private static Fit maximise(
      double[] logits, PredictedProbabilities films, Fit start, boolean slopeToo) {
    Fit fit = start;
    double likelihood = fit.likelihood(logits, films);
    for (int step = 0; step < MOST_STEPS; step++) {
      double rounding = 1e-13 * (1 - likelihood);
      Fit direction = Information.of(logits, films, fit).newton(slopeToo);
      double share = 1;
      Fit next = fit.moved(direction, share);
      while (!(next.likelihood(logits, films) >= likelihood - rounding) && share > 1e-10) {
        share /= 2;
        next = fit.moved(direction, share);
      }
      double gain = next.likelihood(logits, films) - likelihood;
      fit = next;
      likelihood += gain;
      // Newton's error squares with each step: after so small a gain nothing is left to gain.
      if (!(gain > rounding)) {
        break;
      }
    }
    return fit;
  }

  /** A point of the search, with the slope's standard error where the last step started. */
  private record Fit(double intercept, double slope, double slopeError) {

    Fit moved(Fit direction, double share) {
      return new Fit(
          intercept + share * direction.intercept,
          slope + share * direction.slope,
          direction.slopeError);
    }

    double likelihood(double[] logits, PredictedProbabilities films) {
      double sum = 0;
      for (int film = 0; film < logits.length; film++) {
        double margin = (films.isPositive(film) ? 1 : -1) * (intercept + slope * logits[film]);
        sum -= Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
      }
      return sum;
    }
  }

  /** Score vector and Fisher's information at a fit. */
  private record Information(
      double residual, double tilt, double weight, double lever, double leverSquare) {

    static Information of(double[] logits, PredictedProbabilities films, Fit fit) {
      double[] sums = new double[5];
      for (int film = 0; film < logits.length; film++) {
        double x = logits[film];
        double p = 1 / (1 + Math.exp(-(fit.intercept + fit.slope * x)));
        double miss = (films.isPositive(film) ? 1 : 0) - p;
        sums[0] += miss;
        sums[1] += miss * x;
        sums[2] += p * (1 - p);
        sums[3] += p * (1 - p) * x;
        sums[4] += p * (1 - p) * x * x;
      }
      return new Information(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    Fit newton(boolean slopeToo) {
      if (!slopeToo) {
        return new Fit(residual / weight, 0, 0);
      }
      double determinant = weight * leverSquare - lever * lever;
      return new Fit(
          (leverSquare * residual - lever * tilt) / determinant,
          (weight * tilt - lever * residual) / determinant,
          Math.sqrt(weight / determinant));
    }
  }
}
