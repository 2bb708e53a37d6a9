package org.strnet.evaluation.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.DecimalNumber;
import org.strnet.dataset.Folds;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.regression.LogisticRegression;

/**
 * What the way a film was taken says of the label without the bone: a logistic regression on the
 * columns {@code framing} (one indicator per value), {@code width}, {@code height}, their ratio and
 * {@code black_frac}, as far as a cohort has them. A network that is no better may have learnt
 * nothing else.
 */
public final class FramingBaseline {

  private static final String FRAMING = "framing";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String BLACK = "black_frac";

  private FramingBaseline() {}

  /** The columns a cohort has of those that tell the framing; may be none. */
  public static List<String> columns(Cohort cohort) {
    return List.of(FRAMING, WIDTH, HEIGHT, BLACK).stream()
        .filter(cohort.columns()::contains)
        .toList();
  }

  /**
   * Predictions of a cohort's films in its order, each by a fit on the other folds; films in no
   * fold are not predicted.
   *
   * @param ridge of the regression, above 0
   */
  public static List<Prediction> outOfFold(
      Cohort cohort, Folds folds, Targets targets, double ridge) {
    Map<Integer, double[]> features = features(cohort);
    Map<Integer, Double> said = new HashMap<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Optional<LogisticRegression> fit = fit(folds.rest(fold), targets, features, ridge);
      for (CohortFilm film : folds.heldOut(fold)) {
        fit.ifPresent(f -> said.put(film.row(), f.probability(features.get(film.row()))));
      }
    }
    return cohort.films().stream()
        .map(
            film ->
                said.containsKey(film.row())
                    ? Prediction.assessed(film.image(), heads(said.get(film.row())))
                    : Prediction.notAssessable(film.image(), "not_in_a_fold"))
        .toList();
  }

  private static HeadEstimates heads(double probability) {
    return new HeadEstimates(
        OptionalDouble.of(probability),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<LogisticRegression> fit(
      List<CohortFilm> films, Targets targets, Map<Integer, double[]> features, double ridge) {
    List<CohortFilm> known =
        films.stream().filter(film -> targets.labels(film).boneLoss().isPresent()).toList();
    boolean[] positive = new boolean[known.size()];
    int positives = 0;
    for (int i = 0; i < positive.length; i++) {
      OptionalInt label = targets.labels(known.get(i)).boneLoss();
      positive[i] = label.orElseThrow() == 1;
      positives += positive[i] ? 1 : 0;
    }
    return positives == 0 || positives == positive.length
        ? Optional.empty()
        : Optional.of(
            LogisticRegression.fit(
                known.stream().map(film -> features.get(film.row())).toArray(double[][]::new),
                positive,
                ridge));
  }

  /** Of each row: standardised numbers with a flag where there is none, indicators of framing. */
  private static Map<Integer, double[]> features(Cohort cohort) {
    List<double[]> columns = new ArrayList<>();
    for (String column : List.of(WIDTH, HEIGHT, BLACK)) {
      if (cohort.columns().contains(column)) {
        columns.addAll(standardised(numbers(cohort, column)));
      }
    }
    if (cohort.columns().containsAll(List.of(WIDTH, HEIGHT))) {
      double[] width = numbers(cohort, WIDTH);
      double[] height = numbers(cohort, HEIGHT);
      columns.addAll(
          standardised(
              IntStream.range(0, width.length).mapToDouble(i -> width[i] / height[i]).toArray()));
    }
    if (cohort.columns().contains(FRAMING)) {
      columns.addAll(indicators(cohort));
    }
    Map<Integer, double[]> ofRow = new HashMap<>();
    for (int i = 0; i < cohort.size(); i++) {
      int film = i;
      ofRow.put(cohort.films().get(i).row(), columns.stream().mapToDouble(c -> c[film]).toArray());
    }
    return ofRow;
  }

  /** Not finite where nothing, or no number, is written. */
  private static double[] numbers(Cohort cohort, String column) {
    return cohort.films().stream()
        .mapToDouble(
            film ->
                DecimalNumber.parse(film.value(column).strip()).orElse(Double.NEGATIVE_INFINITY))
        .toArray();
  }

  private static List<double[]> standardised(double[] numbers) {
    double[] known =
        IntStream.range(0, numbers.length)
            .mapToDouble(i -> numbers[i])
            .filter(Double::isFinite)
            .toArray();
    double mean = IntStream.range(0, known.length).mapToDouble(i -> known[i]).average().orElse(0);
    double square =
        IntStream.range(0, known.length)
            .mapToDouble(i -> (known[i] - mean) * (known[i] - mean))
            .average()
            .orElse(0);
    double scale = square > 0 ? Math.sqrt(square) : 1;
    double[] value = new double[numbers.length];
    double[] there = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boolean finite = Double.isFinite(numbers[i]);
      value[i] = finite ? (numbers[i] - mean) / scale : 0;
      there[i] = finite ? 1 : 0;
    }
    return List.of(value, there);
  }

  private static List<double[]> indicators(Cohort cohort) {
    List<String> values = cohort.films().stream().map(film -> film.value(FRAMING).strip()).toList();
    return new TreeSet<>(values)
        .stream()
            .map(one -> values.stream().mapToDouble(v -> v.equals(one) ? 1 : 0).toArray())
            .toList();
  }
}
