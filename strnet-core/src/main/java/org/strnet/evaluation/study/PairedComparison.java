package org.strnet.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.strnet.evaluation.accuracy.McNemar;
import org.strnet.evaluation.comparison.ClusteredMean;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.comparison.Holm;
import org.strnet.evaluation.comparison.IndependentDifference;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.ClassFilms;
import org.strnet.evaluation.head.Figure;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.NumberFilms;
import org.strnet.evaluation.head.ScreeningArea;
import org.strnet.evaluation.head.ScreeningFigures;
import org.strnet.evaluation.head.SeverityMetrics;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.head.TScoreMetrics;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.evaluation.resampling.ResampledPatients;

/**
 * Two sets of predictions of the same films, figure by figure on the films both assessed. Areas by
 * DeLong's paired test (Obuchowski's where patients repeat), sensitivity and specificity by
 * McNemar's test (by patient where they repeat), everything else by a bootstrap that draws the same
 * patients for both; its p-value is that of the difference over the standard error the interval
 * implies.
 */
public final class PairedComparison {

  private final StudyFilms first;
  private final StudyFilms second;
  private final MetricSettings settings;
  private final List<Compared> found = new ArrayList<>();

  private PairedComparison(StudyFilms first, StudyFilms second, MetricSettings settings) {
    this.first = first;
    this.second = second;
    this.settings = settings;
  }

  /**
   * First minus second of every figure, with p-values adjusted over all of them.
   *
   * @param first predictions with labels and patients
   * @param second of the same films in the same order
   * @param settings thresholds of net benefit, bootstrap
   */
  public static List<Compared> of(StudyFilms first, StudyFilms second, MetricSettings settings) {
    PairedComparison comparison = start(first, second, settings);
    comparison.areas();
    comparison.decisions();
    comparison.scores();
    comparison.probabilities(name -> true);
    comparison.classes();
    comparison.tScore();
    return Holm.adjustAll(comparison.found);
  }

  /**
   * Only what probabilities without decisions can be compared by: area, Brier score, net benefit.
   */
  public static List<Compared> ofScreening(
      StudyFilms first, StudyFilms second, MetricSettings settings) {
    PairedComparison comparison = start(first, second, settings);
    comparison.screeningArea();
    comparison.probabilities(name -> !name.startsWith("screening.ece"));
    return Holm.adjustAll(comparison.found);
  }

  private static PairedComparison start(
      StudyFilms first, StudyFilms second, MetricSettings settings) {
    if (!images(first).equals(images(second)) || !first.labels().equals(second.labels())) {
      throw new IllegalArgumentException("both must be of the same films in the same order");
    }
    return new PairedComparison(first, second, settings);
  }

  private static List<String> images(StudyFilms films) {
    return films.predictions().stream().map(Prediction::image).toList();
  }

  /** The films on which both say something. */
  private record Both(StudyFilms first, StudyFilms second) {}

  private Both both(Predicate<HeadEstimates> says) {
    int[] films =
        IntStream.range(0, first.size())
            .filter(film -> first.predictions().get(film).heads().filter(says).isPresent())
            .filter(film -> second.predictions().get(film).heads().filter(says).isPresent())
            .toArray();
    return new Both(first.select(films), second.select(films));
  }

  private Both scored() {
    return both(heads -> heads.boneLoss().isPresent());
  }

  private void areas() {
    screeningArea();
    Both films = both(heads -> heads.osteoporosisGivenLoss().isPresent());
    area("severity.auroc", films.first().severity(), films.second().severity());
  }

  private void screeningArea() {
    Both films = scored();
    area("screening.auroc", films.first().screening(), films.second().screening());
  }

  private void area(String name, BinaryFilms a, BinaryFilms b) {
    found.add(
        new Compared(
            name,
            ScreeningArea.estimate(a),
            ScreeningArea.estimate(b),
            ScreeningArea.difference(a, b)));
  }

  private void decisions() {
    Both films = both(heads -> heads.boneLoss().isPresent() && heads.decision().isPresent());
    BinaryFilms a = films.first().screening();
    BinaryFilms b = films.second().screening();
    found.add(
        new Compared(
            "screening.sensitivity",
            a.counts().sensitivity(),
            b.counts().sensitivity(),
            shares(a, b, true)));
    found.add(
        new Compared(
            "screening.specificity",
            a.counts().specificity(),
            b.counts().specificity(),
            shares(a, b, false)));
    List<Figure> own = ScreeningFigures.ofShares(a);
    List<Figure> other = ScreeningFigures.ofShares(b);
    resampled(own.subList(2, own.size()), other.subList(2, other.size()), a.patients());
    resampled(ScreeningFigures.ofDecisions(a), ScreeningFigures.ofDecisions(b), a.patients());
  }

  /** Shares of films of one label that are decided as they are. */
  private static Difference shares(BinaryFilms a, BinaryFilms b, boolean label) {
    boolean[] positive = a.scores().positive();
    int[] films = IntStream.range(0, a.size()).filter(film -> positive[film] == label).toArray();
    BinaryFilms own = a.select(films);
    boolean[] first = right(own, label);
    boolean[] second = right(b.select(films), label);
    if (!own.patientsRepeat()) {
      McNemar table = McNemar.of(first, second);
      return films.length == 0
          ? Difference.of(table.difference())
          : Difference.of(table.difference(), table.p(McNemar.Method.EXACT));
    }
    double[] apart =
        IntStream.range(0, films.length)
            .mapToDouble(film -> (first[film] ? 1 : 0) - (second[film] ? 1 : 0))
            .toArray();
    ClusteredMean mean = ClusteredMean.of(apart, own.patients());
    return IndependentDifference.normal(
        mean.value(), 0, mean.standardError(), films.length, "normal 95 %, errors by patient");
  }

  private static boolean[] right(BinaryFilms films, boolean label) {
    boolean[] right = films.referred();
    for (int film = 0; film < right.length; film++) {
      right[film] = right[film] == label;
    }
    return right;
  }

  private void scores() {
    Both films = scored();
    BinaryFilms a = films.first().screening();
    BinaryFilms b = films.second().screening();
    resampled(ScreeningFigures.ofScores(a), ScreeningFigures.ofScores(b), a.patients());
  }

  private void probabilities(Predicate<String> wanted) {
    Both films = scored();
    BinaryFilms a = films.first().screening();
    BinaryFilms b = films.second().screening();
    resampled(named(a, wanted), named(b, wanted), a.patients());
  }

  private List<Figure> named(BinaryFilms films, Predicate<String> wanted) {
    return ScreeningFigures.ofProbabilities(films, settings.netBenefitAt()).stream()
        .filter(figure -> wanted.test(figure.name()))
        .toList();
  }

  private void classes() {
    Both films =
        both(heads -> heads.boneLoss().isPresent() && heads.osteoporosisGivenLoss().isPresent());
    ClassFilms a = films.first().classes();
    ClassFilms b = films.second().classes();
    resampled(
        SeverityMetrics.figures(a, settings.classes()),
        SeverityMetrics.figures(b, settings.classes()),
        a.patients());
  }

  private void tScore() {
    Both films = both(heads -> heads.tScore().isPresent());
    NumberFilms a = films.first().tScore();
    NumberFilms b = films.second().tScore();
    resampled(TScoreMetrics.figures(a), TScoreMetrics.figures(b), a.patients());
  }

  private void resampled(List<Figure> own, List<Figure> others, List<String> patients) {
    PatientBootstrap bootstrap = settings.bootstrap(patients.size());
    ResampledPatients drawn = ResampledPatients.of(patients);
    for (int i = 0; i < own.size(); i++) {
      Figure a = own.get(i);
      Figure b = others.get(i);
      Estimate difference =
          bootstrap.estimate(
              drawn, rows -> minus(a.value().apply(rows), b.value().apply(rows)), a.rule());
      found.add(
          new Compared(
              a.name(),
              a.plain(patients.size()),
              b.plain(patients.size()),
              IndependentDifference.ofInterval(difference)));
    }
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }
}
