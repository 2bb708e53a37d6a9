package org.strnet.evaluation.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.strnet.evaluation.accuracy.BinaryDecisions;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.accuracy.IntervalMethod;
import org.strnet.evaluation.calibration.BrierScore;
import org.strnet.evaluation.calibration.CalibrationError;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.discrimination.AveragePrecision;
import org.strnet.evaluation.discrimination.PartialAuc;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.netbenefit.NetBenefit;

/** The figures of the screening head that can be resampled. */
public final class ScreeningFigures {

  /** Bins of the calibration error. */
  static final int BINS = 10;

  /** Where a screening test has to work. */
  static final PartialAuc HIGH_SENSITIVITY =
      new PartialAuc(PartialAuc.Focus.SENSITIVITY, 0.85, 1, false);

  private static final String FILMS = "needs films with a known label";
  private static final String BOTH = "needs films of both labels";

  private ScreeningFigures() {}

  /** Of the score alone. */
  public static List<Figure> ofScores(BinaryFilms films) {
    return List.of(
        new Figure(
            "screening.auprc",
            rows -> AveragePrecision.of(films.scores().select(rows)),
            "needs films with the finding"),
        new Figure(
            "screening.partial_auroc",
            rows -> HIGH_SENSITIVITY.of(films.scores().select(rows)),
            BOTH));
  }

  /** Of the decisions that have no interval in closed form; films must be decided. */
  public static List<Figure> ofDecisions(BinaryFilms decided) {
    return List.of(
        decision(decided, "screening.balanced_accuracy", ConfusionCounts::balancedAccuracy),
        decision(decided, "screening.f1", ConfusionCounts::f1),
        decision(decided, "screening.mcc", ConfusionCounts::matthews));
  }

  /** Shares of the decisions. */
  public static List<Figure> ofShares(BinaryFilms decided) {
    return List.of(
        share(decided, "screening.sensitivity", ConfusionCounts::sensitivity),
        share(decided, "screening.specificity", ConfusionCounts::specificity),
        share(decided, "screening.ppv", counts -> counts.ppv(IntervalMethod.WILSON)),
        share(decided, "screening.npv", counts -> counts.npv(IntervalMethod.WILSON)),
        share(decided, "screening.accuracy", ConfusionCounts::accuracy));
  }

  private static Figure share(
      BinaryFilms decided, String name, Function<ConfusionCounts, Estimate> figure) {
    return decision(decided, name, figure.andThen(Estimate::value));
  }

  private static Figure decision(
      BinaryFilms decided, String name, Function<ConfusionCounts, OptionalDouble> figure) {
    BinaryDecisions decisions =
        new BinaryDecisions(decided.referred(), decided.scores().positive());
    return new Figure(
        name,
        rows -> figure.apply(decisions.counts(rows)),
        "needs films of both kinds, decided in both ways");
  }

  /** Of the probabilities as they stand. */
  public static List<Figure> ofProbabilities(BinaryFilms films, List<Double> netBenefitAt) {
    PredictedProbabilities all = PredictedProbabilities.of(films.scores());
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("screening.brier", all, BrierScore::of, FILMS));
    figures.add(figure("screening.brier_skill", all, BrierScore::skill, BOTH));
    figures.add(
        figure("screening.ece", all, p -> CalibrationError.equalWidth(p, BINS).value(), FILMS));
    figures.add(
        figure(
            "screening.ece_equal_mass",
            all,
            p -> CalibrationError.equalMass(p, BINS).value(),
            FILMS));
    for (double threshold : netBenefitAt) {
      figures.add(netBenefit("screening.net_benefit", all, threshold, NetBenefit::of));
    }
    return figures;
  }

  /** Net benefit of referring every film, to be read beside that of the score. */
  public static List<Figure> ofReferringAll(BinaryFilms films, List<Double> netBenefitAt) {
    PredictedProbabilities all = PredictedProbabilities.of(films.scores());
    return netBenefitAt.stream()
        .map(at -> netBenefit("screening.net_benefit_all", all, at, NetBenefit::ofAll))
        .toList();
  }

  private interface AtThreshold {
    OptionalDouble of(PredictedProbabilities films, double threshold);
  }

  private static Figure netBenefit(
      String name, PredictedProbabilities all, double threshold, AtThreshold benefit) {
    // In hundredths, so that the name stays one word between dots.
    String suffix = String.format(Locale.ROOT, ".%s", plain(threshold * 100));
    return figure(name + suffix, all, films -> benefit.of(films, threshold), FILMS);
  }

  private static String plain(double percent) {
    double rounded = Math.rint(percent * 1e6) / 1e6;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : Double.toString(rounded).replace('.', '_');
  }

  private static Figure figure(
      String name,
      PredictedProbabilities all,
      Function<PredictedProbabilities, OptionalDouble> value,
      String rule) {
    return new Figure(name, rows -> value.apply(all.select(rows)), rule);
  }
}
