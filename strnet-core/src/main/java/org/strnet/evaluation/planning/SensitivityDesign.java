package org.strnet.evaluation.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Interval;

/**
 * A sensitivity with a 95 % interval of a stated width. The number is that of the Wilson interval
 * at the expected sensitivity; Buderer's (1996, Academic Emergency Medicine 3:895), of the normal
 * interval, stands beside it. Both count patients with the finding and divide by the prevalence.
 *
 * @param sensitivity expected, above 0 and below 1
 * @param prevalence of the finding among the patients, above 0 and below 1
 * @param width of the interval, upper minus lower limit, above 0 and below 1
 */
public record SensitivityDesign(double sensitivity, double prevalence, double width)
    implements StudyDesign {

  /** Checks the ranges. */
  public SensitivityDesign {
    SampleSize.requireBetween("sensitivity", sensitivity, 0, 1);
    SampleSize.requireBetween("prevalence", prevalence, 0, 1);
    SampleSize.requireBetween("width", width, 0, 1);
  }

  @Override
  public StudyPlan plan(SimulatedStudies studies) {
    double variance = sensitivity * (1 - sensitivity);
    SampleSize wilson = patients("Wilson interval", m -> wilsonWidth(m) <= width);
    SampleSize buderer =
        patients("Buderer 1996", m -> 2 * Interval.Z * Math.sqrt(variance / m) <= width);
    int n = wilson.patients();
    return new StudyPlan(
        "a 95 %% interval of the sensitivity no wider than %s, the sensitivity being %s"
            .formatted(width, sensitivity),
        List.of(wilson, buderer),
        OptionalInt.of(SampleSize.positives(n, prevalence)),
        List.of(
            "One film per patient; patients are independent.",
            "The finding has a prevalence of %s among them.".formatted(prevalence),
            "The threshold is fixed beforehand, not chosen on these patients."),
        studies.widths(draws -> interval(draws, n), sensitivity, width));
  }

  private SampleSize patients(String formula, IntPredicate enoughPositives) {
    SampleSize positives = SampleSize.smallest(formula, enoughPositives);
    return SampleSize.smallest(formula, n -> n * prevalence >= positives.patients());
  }

  /** With the expected, fractional number of successes. */
  private double wilsonWidth(int positives) {
    double z = Interval.Z;
    double m = positives;
    return 2
        * z
        * Math.sqrt(sensitivity * (1 - sensitivity) / m + z * z / (4 * m * m))
        / (1 + z * z / m);
  }

  private Optional<Interval> interval(SimulatedStudies.Draws draws, int n) {
    int positives = 0;
    int found = 0;
    for (boolean positive : draws.labels(n, prevalence)) {
      if (positive) {
        positives++;
        found += draws.random().nextDouble() < sensitivity ? 1 : 0;
      }
    }
    if (positives == 0) {
      return Optional.empty();
    }
    Proportion proportion = new Proportion(found, positives);
    return Optional.of(new Interval(proportion.low(), proportion.high()));
  }
}
