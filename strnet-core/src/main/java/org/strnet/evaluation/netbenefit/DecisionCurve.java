package org.strnet.evaluation.netbenefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * {@link NetBenefit} over a range of threshold probabilities, with pointwise bands by resampling
 * patients. It judges probabilities as they stand: a badly calibrated score loses net benefit.
 *
 * @param points one per threshold, lowest first
 */
public record DecisionCurve(List<Point> points) {

  private static final String RULE = "needs films";

  /** Copies the points. */
  public DecisionCurve {
    points = List.copyOf(points);
  }

  /**
   * Net benefit at one threshold.
   *
   * @param threshold probability at which is referred, above 0 and below 1
   * @param model of referring by the probability
   * @param all of referring every film
   * @param overDefault of the model over the better of referring every film and none, on the same
   *     films
   */
  public record Point(double threshold, Estimate model, Estimate all, Estimate overDefault) {

    /** Of referring no film: 0 by definition. */
    public double none() {
      return 0;
    }
  }

  /**
   * The curve.
   *
   * @param films probabilities and labels
   * @param patients patient of each film
   * @param thresholds where to look
   * @param bootstrap of the bands
   */
  public static DecisionCurve of(
      PredictedProbabilities films,
      List<String> patients,
      ThresholdRange thresholds,
      PatientBootstrap bootstrap) {
    List<Point> points = new ArrayList<>();
    for (double threshold : thresholds.values()) {
      points.add(
          new Point(
              threshold,
              bootstrap.estimate(patients, rows -> NetBenefit.of(films, rows, threshold), RULE),
              bootstrap.estimate(patients, rows -> NetBenefit.ofAll(films, rows, threshold), RULE),
              bootstrap.estimate(patients, rows -> overDefault(films, rows, threshold), RULE)));
    }
    return new DecisionCurve(points);
  }

  /**
   * Net benefit of one score minus that of another at a threshold, on the same films, with its
   * interval.
   *
   * @param films probabilities of the first score
   * @param other of the second, the same films in the same order
   * @param patients patient of each film
   * @param threshold above 0 and below 1
   * @param bootstrap of the interval
   */
  public static Estimate difference(
      PredictedProbabilities films,
      PredictedProbabilities other,
      List<String> patients,
      double threshold,
      PatientBootstrap bootstrap) {
    if (!Arrays.equals(films.positive(), other.positive())) {
      throw new IllegalArgumentException("both scores must be of the same films and labels");
    }
    return bootstrap.estimate(
        patients,
        rows -> minus(NetBenefit.of(films, rows, threshold), NetBenefit.of(other, rows, threshold)),
        RULE);
  }

  private static OptionalDouble overDefault(
      PredictedProbabilities films, int[] rows, double threshold) {
    OptionalDouble all = NetBenefit.ofAll(films, rows, threshold);
    return all.isEmpty()
        ? all
        : minus(
            NetBenefit.of(films, rows, threshold),
            OptionalDouble.of(Math.max(0, all.getAsDouble())));
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }
}
