package org.strnet.evaluation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.strnet.dataset.Labels;
import org.strnet.decision.Decision;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.agreement.GradeScale;
import org.strnet.evaluation.agreement.NumberAgreement;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.agreement.PearsonCorrelation;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.AveragePrecision;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Outcome;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * The metrics every study reports: how many films were assessed, and each head against its label on
 * the assessed films whose label is known. Sensitivity and specificity are those of the decisions
 * as they were made; nothing is tuned here.
 */
public final class StudyMetrics {

  /** Resamples of the bootstrap intervals. */
  private static final int RESAMPLES = 2000;

  private final List<Prediction> predictions;
  private final List<Labels> labels;
  private final List<String> patients;
  private final PatientBootstrap bootstrap;
  private final Map<String, Estimate> found = new LinkedHashMap<>();

  private StudyMetrics(
      List<Prediction> predictions, List<Labels> labels, List<String> patients, long seed) {
    if (labels.size() != predictions.size() || patients.size() != predictions.size()) {
      throw new IllegalArgumentException(
          "labels and patients of the predicted films, found %d, %d, %d"
              .formatted(predictions.size(), labels.size(), patients.size()));
    }
    this.predictions = predictions;
    this.labels = labels;
    this.patients = patients;
    this.bootstrap = new PatientBootstrap(RESAMPLES, seed);
  }

  /**
   * The metrics of one run over a cohort.
   *
   * @param predictions one per film
   * @param labels of the same films
   * @param patients of the same films
   * @param threshold the operating threshold the decisions were made at, for the record; absent
   *     when there was none, or one per fold
   * @param seed of the bootstrap intervals
   */
  public static Metrics of(
      List<Prediction> predictions,
      List<Labels> labels,
      List<String> patients,
      OptionalDouble threshold,
      long seed) {
    StudyMetrics study = new StudyMetrics(predictions, labels, patients, seed);
    study.flow();
    study.screening(threshold);
    study.severity();
    study.tScore();
    return new Metrics(study.found);
  }

  private void flow() {
    count("flow.films", predictions.size());
    for (Outcome outcome : Outcome.values()) {
      long films = predictions.stream().filter(p -> p.outcome() == outcome).count();
      count("flow." + outcome.code(), (int) films);
    }
  }

  private void count(String name, int films) {
    found.put(name, Estimate.ofValue(films, predictions.size(), "count"));
  }

  private void screening(OptionalDouble threshold) {
    List<Integer> films = filmsWith(HeadEstimates::boneLoss, l -> real(l.boneLoss()));
    BinaryScores scores = scores(films, HeadEstimates::boneLoss, l -> real(l.boneLoss()));
    found.put("screening.auroc", Auroc.estimate(scores));
    found.put(
        "screening.auprc",
        bootstrap.estimate(
            patients(films),
            rows -> AveragePrecision.of(scores.select(rows)),
            "needs films with the finding"));
    found.put(
        "screening.prevalence",
        ConfusionCounts.proportion(
            scores.positives(), scores.size(), "needs films with a known label"));
    ConfusionCounts counts = decisions(films);
    found.put("screening.sensitivity", counts.sensitivity());
    found.put("screening.specificity", counts.specificity());
    found.put("screening.accuracy", counts.accuracy());
    found.put(
        "screening.threshold",
        threshold.isPresent()
            ? Estimate.ofValue(
                threshold.getAsDouble(), films.size(), "fixed before this evaluation")
            : Estimate.notEstimable(films.size(), "no single operating point was used"));
  }

  private ConfusionCounts decisions(List<Integer> films) {
    List<Integer> decided = films.stream().filter(i -> heads(i).decision().isPresent()).toList();
    boolean[] referred = new boolean[decided.size()];
    boolean[] positive = new boolean[decided.size()];
    for (int i = 0; i < referred.length; i++) {
      int film = decided.get(i);
      referred[i] = heads(film).decision().filter(Decision.REFER::equals).isPresent();
      positive[i] = labels.get(film).boneLoss().orElseThrow() == 1;
    }
    return ConfusionCounts.of(referred, positive);
  }

  private void severity() {
    List<Integer> films =
        filmsWith(HeadEstimates::osteoporosisGivenLoss, l -> real(l.osteoporosis()));
    found.put(
        "severity.auroc",
        Auroc.estimate(
            scores(films, HeadEstimates::osteoporosisGivenLoss, l -> real(l.osteoporosis()))));
  }

  private void tScore() {
    List<Integer> films = filmsWith(HeadEstimates::tScore, Labels::tScore);
    NumberPairs pairs =
        new NumberPairs(
            films.stream().mapToDouble(i -> heads(i).tScore().orElseThrow()).toArray(),
            films.stream().mapToDouble(i -> labels.get(i).tScore().orElseThrow()).toArray());
    found.put("tscore.pearson", PearsonCorrelation.estimate(pairs));
    bootstrapped("tscore.mae", films, pairs, NumberAgreement::meanAbsoluteError);
    bootstrapped("tscore.rmse", films, pairs, NumberAgreement::rootMeanSquaredError);
    found.put("tscore.coverage", coverage(films));
    GradeScale.found(pairs.references())
        .ifPresent(
            scale ->
                bootstrapped(
                    "tscore.kappa", films, scale.graded(pairs), NumberAgreement::quadraticKappa));
  }

  private void bootstrapped(
      String name,
      List<Integer> films,
      NumberPairs pairs,
      Function<NumberPairs, OptionalDouble> statistic) {
    found.put(
        name,
        bootstrap.estimate(
            patients(films),
            rows -> statistic.apply(pairs.select(rows)),
            "needs films with a known value"));
  }

  /** Share of references inside the stated interval. */
  private Estimate coverage(List<Integer> films) {
    int covered = 0;
    int stated = 0;
    for (int film : films) {
      Optional<Interval> interval = heads(film).tInterval();
      double reference = labels.get(film).tScore().orElseThrow();
      if (interval.isPresent()) {
        stated++;
        boolean inside = interval.get().low() <= reference && reference <= interval.get().high();
        covered += inside ? 1 : 0;
      }
    }
    return ConfusionCounts.proportion(covered, stated, "needs films with a finite interval");
  }

  private List<Integer> filmsWith(
      Function<HeadEstimates, OptionalDouble> head, Function<Labels, OptionalDouble> label) {
    List<Integer> films = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      Optional<HeadEstimates> heads = predictions.get(i).heads();
      if (heads.isPresent()
          && head.apply(heads.get()).isPresent()
          && label.apply(labels.get(i)).isPresent()) {
        films.add(i);
      }
    }
    return films;
  }

  private BinaryScores scores(
      List<Integer> films,
      Function<HeadEstimates, OptionalDouble> head,
      Function<Labels, OptionalDouble> label) {
    double[] scores = new double[films.size()];
    boolean[] positive = new boolean[films.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = head.apply(heads(films.get(i))).orElseThrow();
      positive[i] = label.apply(labels.get(films.get(i))).orElseThrow() == 1;
    }
    return new BinaryScores(scores, positive);
  }

  private List<String> patients(List<Integer> films) {
    return films.stream().map(patients::get).toList();
  }

  private HeadEstimates heads(int film) {
    return predictions.get(film).heads().orElseThrow();
  }

  private static OptionalDouble real(OptionalInt label) {
    return label.isPresent() ? OptionalDouble.of(label.getAsInt()) : OptionalDouble.empty();
  }
}
