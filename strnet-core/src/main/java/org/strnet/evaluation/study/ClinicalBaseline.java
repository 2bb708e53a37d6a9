package org.strnet.evaluation.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Folds;
import org.strnet.dataset.Labels;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.regression.LinearRegression;
import org.strnet.evaluation.regression.LogisticRegression;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalVariable;

/**
 * What the clinical variables say without the film: the comparison every film study owes. Two
 * logistic regressions and a linear one on standardised variables with presence flags, so that a
 * patient of whom nothing is known gets an estimate too.
 */
public final class ClinicalBaseline {

  private final ClinicalEncoding encoding;
  private final Optional<LogisticRegression> screening;
  private final Optional<LogisticRegression> severity;
  private final Optional<LinearRegression> tScore;

  private ClinicalBaseline(
      ClinicalEncoding encoding,
      Optional<LogisticRegression> screening,
      Optional<LogisticRegression> severity,
      Optional<LinearRegression> tScore) {
    this.encoding = encoding;
    this.screening = screening;
    this.severity = severity;
    this.tScore = tScore;
  }

  /**
   * Fits on training films. A variable that does not vary there is left out; a head whose label
   * does not vary there stays off.
   *
   * @param training films; means and standard deviations come from these alone
   * @param targets what each head learns
   * @param variables those that may be used; a target never explains itself and is left out
   * @param ridge of the regressions, above 0
   */
  public static ClinicalBaseline fit(
      List<CohortFilm> training, Targets targets, List<ClinicalVariable> variables, double ridge) {
    ClinicalEncoding encoding =
        encoding(
            training,
            variables.stream()
                .filter(variable -> !targets.columns().contains(variable.column()))
                .toList());
    double[][] features =
        training.stream().map(film -> features(encoding, film)).toArray(double[][]::new);
    List<Labels> labels = training.stream().map(targets::labels).toList();
    return new ClinicalBaseline(
        encoding,
        logistic(features, labels, Labels::boneLoss, ridge),
        logistic(features, labels, Labels::osteoporosis, ridge),
        linear(features, labels, ridge));
  }

  /** What the heads would say of a film by its clinical variables; there is no decision. */
  public HeadEstimates estimate(CohortFilm film) {
    double[] features = features(encoding, film);
    return new HeadEstimates(
        screening
            .map(fit -> OptionalDouble.of(fit.probability(features)))
            .orElse(OptionalDouble.empty()),
        severity
            .map(fit -> OptionalDouble.of(fit.probability(features)))
            .orElse(OptionalDouble.empty()),
        tScore.map(fit -> OptionalDouble.of(fit.estimate(features))).orElse(OptionalDouble.empty()),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Out-of-fold predictions of a cohort's usable films, in their order: each film is estimated by a
   * fit on the other folds.
   */
  public static List<Prediction> outOfFold(
      Cohort cohort, Folds folds, Targets targets, List<ClinicalVariable> variables, double ridge) {
    Map<Integer, Prediction> ofRow = new HashMap<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      ClinicalBaseline baseline = fit(folds.rest(fold), targets, variables, ridge);
      folds
          .heldOut(fold)
          .forEach(
              film ->
                  ofRow.put(
                      film.row(), Prediction.assessed(film.image(), baseline.estimate(film))));
    }
    return cohort.usable().films().stream().map(film -> ofRow.get(film.row())).toList();
  }

  private static ClinicalEncoding encoding(
      List<CohortFilm> training, List<ClinicalVariable> variables) {
    return new ClinicalEncoding(
        variables.stream().flatMap(variable -> column(training, variable).stream()).toList());
  }

  private static Optional<ClinicalEncoding.Column> column(
      List<CohortFilm> training, ClinicalVariable variable) {
    double[] known =
        training.stream()
            .flatMapToDouble(film -> film.clinical().value(variable).stream())
            .toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
    return squares > 0
        ? Optional.of(
            new ClinicalEncoding.Column(variable, mean, Math.sqrt(squares / (known.length - 1))))
        : Optional.empty();
  }

  private static double[] features(ClinicalEncoding encoding, CohortFilm film) {
    float[] encoded = encoding.encode(film.clinical());
    return IntStream.range(0, encoded.length).mapToDouble(i -> encoded[i]).toArray();
  }

  private static Optional<LogisticRegression> logistic(
      double[][] features, List<Labels> labels, Function<Labels, OptionalInt> label, double ridge) {
    int[] known =
        IntStream.range(0, features.length)
            .filter(film -> label.apply(labels.get(film)).isPresent())
            .toArray();
    boolean[] positive = new boolean[known.length];
    int positives = 0;
    for (int i = 0; i < known.length; i++) {
      positive[i] = label.apply(labels.get(known[i])).getAsInt() == 1;
      positives += positive[i] ? 1 : 0;
    }
    return positives == 0 || positives == known.length
        ? Optional.empty()
        : Optional.of(LogisticRegression.fit(select(features, known), positive, ridge));
  }

  private static Optional<LinearRegression> linear(
      double[][] features, List<Labels> labels, double ridge) {
    int[] known =
        IntStream.range(0, features.length)
            .filter(film -> labels.get(film).tScore().isPresent())
            .toArray();
    double[] numbers =
        Arrays.stream(known).mapToDouble(film -> labels.get(film).tScore().getAsDouble()).toArray();
    return known.length < 2
        ? Optional.empty()
        : Optional.of(LinearRegression.fit(select(features, known), numbers, ridge));
  }

  private static double[][] select(double[][] features, int[] films) {
    return Arrays.stream(films).mapToObj(film -> features[film]).toArray(double[][]::new);
  }
}
