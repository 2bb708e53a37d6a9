package org.strnet.evaluation.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Interval;

/**
 * Limits of agreement of the T-score, each with a 95 % interval of a stated width (Bland and Altman
 * 1999, Statistical Methods in Medical Research 8:135).
 *
 * @param sd of the differences of estimate and reference, in SD of the T-score, above 0, at most 10
 * @param width of the interval of one limit, upper minus lower end, in SD, above 0, below 10
 */
public record LimitsDesign(double sd, double width) implements StudyDesign {

  /** Fewer patients give no limits. */
  private static final int LEAST = 3;

  /** Checks the ranges. */
  public LimitsDesign {
    SampleSize.requireBetween("sd", sd, 0, 10);
    SampleSize.requireBetween("width", width, 0, 10);
  }

  @Override
  public StudyPlan plan(SimulatedStudies studies) {
    SampleSize size =
        SampleSize.smallest(
            "Bland and Altman 1999, t",
            n -> n >= LEAST && 2 * BlandAltman.limitHalfWidth(sd, n) <= width);
    return new StudyPlan(
        "a 95 %% interval of each limit of agreement no wider than %s SD, differences having an sd of %s"
            .formatted(width, sd),
        List.of(size),
        OptionalInt.empty(),
        List.of(
            "One film per patient; patients are independent.",
            "Differences are normal, and no larger at one end of the scale than at the other."),
        studies.widths(draws -> interval(draws, size.patients()), Interval.Z * sd, width));
  }

  /** Of the upper limit, the truth having no bias. */
  private Optional<Interval> interval(SimulatedStudies.Draws draws, int n) {
    double[] estimates = new double[n];
    double[] references = new double[n];
    for (int i = 0; i < n; i++) {
      references[i] = draws.normal();
      estimates[i] = references[i] + sd * draws.normal();
    }
    return BlandAltman.of(new NumberPairs(estimates, references)).upper().interval();
  }
}
