package org.strnet.evaluation.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.agreement.PearsonCorrelation;
import org.strnet.evaluation.estimate.Interval;

/**
 * A correlation of estimated and reference T-score with a 95 % interval of a stated width, by
 * Fisher's transformation (Bonett and Wright 2000, Psychometrika 65:23).
 *
 * @param correlation expected, above -1 and below 1
 * @param width of the interval, upper minus lower limit, above 0 and below 2
 */
public record CorrelationDesign(double correlation, double width) implements StudyDesign {

  /** Checks the ranges. */
  public CorrelationDesign {
    SampleSize.requireBetween("correlation", correlation, -1, 1);
    SampleSize.requireBetween("width", width, 0, 2);
  }

  @Override
  public StudyPlan plan(SimulatedStudies studies) {
    SampleSize size = SampleSize.smallest("Fisher's transformation", n -> widthOf(n) <= width);
    return new StudyPlan(
        "a 95 %% interval of the T-score's correlation no wider than %s, the correlation being %s"
            .formatted(width, correlation),
        List.of(size),
        OptionalInt.empty(),
        List.of(
            "One film per patient; patients are independent.",
            "Estimate and reference are jointly normal.",
            "Patients are taken as they come: a narrower range of T-scores lowers the correlation."),
        studies.widths(draws -> interval(draws, size.patients()), correlation, width));
  }

  private double widthOf(int n) {
    if (n < 4) {
      return 2;
    }
    double z = 0.5 * Math.log((1 + correlation) / (1 - correlation));
    double reach = Interval.Z / Math.sqrt(n - 3);
    return Math.tanh(z + reach) - Math.tanh(z - reach);
  }

  private Optional<Interval> interval(SimulatedStudies.Draws draws, int n) {
    double[] estimates = new double[n];
    double[] references = new double[n];
    for (int i = 0; i < n; i++) {
      references[i] = draws.normal();
      estimates[i] = draws.normal(references[i], correlation);
    }
    return PearsonCorrelation.estimate(new NumberPairs(estimates, references)).interval();
  }
}
