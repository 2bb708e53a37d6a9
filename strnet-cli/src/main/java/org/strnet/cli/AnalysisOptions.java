package org.strnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.netbenefit.ThresholdRange;
import org.strnet.evaluation.study.AnalysisSettings;
import org.strnet.evaluation.study.StudyDescription.Heads;
import org.strnet.evaluation.subgroup.SubgroupColumn;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Option;

/** What an evaluation looks at. */
final class AnalysisOptions {

  @Option(
      names = "--subgroup",
      paramLabel = "COL[:CUT,CUT]",
      description = {
        "Figures by the values of a column, or by bands of a number; may be given several times.",
        "By default sex, age, bmi, kl, framing and maker, as far as the cohort has them."
      })
  private List<String> subgroups = List.of();

  @Option(
      names = "--adjust",
      paramLabel = "COL[:CUT,CUT]",
      description =
          "Area under the ROC curve within and adjusted for a column, beside framing and age.")
  private List<String> adjust = List.of();

  @Option(
      names = "--prevalence",
      paramLabel = "P",
      description = "Restate predictive values at this share of films with the finding.")
  private Optional<Double> prevalence = Optional.empty();

  @Option(
      names = "--net-benefit",
      paramLabel = "P,P",
      split = ",",
      description = "Threshold probabilities at which net benefit is stated; 0.1,0.2,0.3,0.5.")
  private List<Double> netBenefit = MetricSettings.USUAL_THRESHOLDS;

  @Option(
      names = "--decision-curve",
      paramLabel = "LOW:HIGH",
      description = "Range of threshold probabilities of the decision curve; 0.05:0.95.")
  private Optional<String> decisionCurve = Optional.empty();

  @Option(
      names = "--bootstrap",
      paramLabel = "B",
      description =
          "Resamples of the bootstrap intervals, 2000 by default; fewer on very many films.")
  private int repetitions = MetricSettings.USUAL_REPETITIONS;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap; 1 by default.")
  private long seed = 1;

  long seed() {
    return seed;
  }

  int repetitions() {
    return repetitions;
  }

  AnalysisSettings settings(OptionalDouble threshold, Heads heads) {
    return new AnalysisSettings(
        subgroups.stream().map(SubgroupColumn::parse).toList(),
        adjust.stream().map(SubgroupColumn::parse).toList(),
        decisionCurve.map(AnalysisOptions::range).orElse(ThresholdRange.WIDE),
        metrics(threshold, heads));
  }

  MetricSettings metrics(OptionalDouble threshold, Heads heads) {
    return checked(
        "--prevalence, --net-benefit, --bootstrap",
        () ->
            new MetricSettings(
                threshold,
                prevalence.isPresent()
                    ? OptionalDouble.of(prevalence.get())
                    : OptionalDouble.empty(),
                netBenefit,
                heads.classes(),
                heads.areBoneLoss(),
                repetitions,
                seed));
  }

  private static ThresholdRange range(String text) {
    String[] ends = text.split(":", -1);
    return checked(
        "--decision-curve " + text,
        () ->
            new ThresholdRange(
                Double.parseDouble(ends[0]),
                Double.parseDouble(ends[ends.length - 1]),
                ThresholdRange.WIDE.count()));
  }

  private static <T> T checked(String source, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(source, String.valueOf(e.getMessage()), e);
    }
  }
}
