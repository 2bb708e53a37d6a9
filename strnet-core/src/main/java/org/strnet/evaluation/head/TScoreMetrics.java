package org.strnet.evaluation.head;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.BoneStatusAgreement;
import org.strnet.evaluation.agreement.Concordance;
import org.strnet.evaluation.agreement.GradeScale;
import org.strnet.evaluation.agreement.IntervalCoverage;
import org.strnet.evaluation.agreement.IntraclassCorrelation;
import org.strnet.evaluation.agreement.NumberAgreement;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.agreement.PearsonCorrelation;
import org.strnet.evaluation.agreement.Spearman;
import org.strnet.evaluation.comparison.ClusteredMean;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.multiclass.ClassPairs;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.evaluation.resampling.ResampledPatients;

/** The figures of the T-score head, or of the number that stands in its place. */
public final class TScoreMetrics {

  private static final String FILMS = "needs films with a known value";

  private TScoreMetrics() {}

  /** All of them, under {@code tscore.*}. */
  public static Metrics of(NumberFilms films, MetricSettings settings) {
    NumberPairs pairs = films.pairs();
    PatientBootstrap bootstrap = settings.bootstrap(films.size());
    ResampledPatients patients = ResampledPatients.of(films.patients());
    Map<String, Estimate> found = new LinkedHashMap<>();
    found.put("tscore.pearson", PearsonCorrelation.estimate(pairs));
    found.put("tscore.spearman", Spearman.estimate(pairs));
    for (Figure figure : errors(films)) {
      found.put(figure.name(), figure.estimate(patients, bootstrap));
    }
    BlandAltman plot = BlandAltman.of(pairs);
    found.put("tscore.bias", plot.bias());
    found.put("tscore.limit_low", plot.lower());
    found.put("tscore.limit_high", plot.upper());
    found.put("tscore.proportional_slope", plot.proportionalSlope());
    found.put("tscore.proportional_p", plot.proportionalP());
    found.put("tscore.ccc", Concordance.estimate(pairs));
    IntraclassCorrelation icc = IntraclassCorrelation.of(pairs);
    found.put("tscore.icc_2_1", icc.agreement());
    found.put("tscore.icc_3_1", icc.consistency());
    IntervalCoverage stated = coverage(films);
    found.put("tscore.coverage", stated.coverage());
    found.put("tscore.interval_width", stated.meanWidth());
    GradeScale.found(pairs.references())
        .ifPresent(
            scale -> found.put("tscore.kappa", kappa(scale, films).estimate(patients, bootstrap)));
    if (settings.boneStatus()) {
      ClassPairs status = BoneStatusAgreement.of(pairs);
      found.put("tscore.who_agreement", status.table().accuracy());
      found.put("tscore.who_kappa", status.kappa(films.patients(), bootstrap));
    }
    return new Metrics(found);
  }

  /** Errors, which have no interval in closed form. */
  private static List<Figure> errors(NumberFilms films) {
    return List.of(
        figure("tscore.mae", films, NumberAgreement::meanAbsoluteError),
        figure("tscore.rmse", films, NumberAgreement::rootMeanSquaredError),
        figure("tscore.r2", films, NumberAgreement::determination));
  }

  /** Figures that can be resampled. */
  public static List<Figure> figures(NumberFilms films) {
    List<Figure> figures = new ArrayList<>(errors(films));
    figures.add(0, figure("tscore.pearson", films, PearsonCorrelation::of));
    figures.add(1, figure("tscore.spearman", films, Spearman::of));
    figures.add(figure("tscore.bias", films, TScoreMetrics::bias));
    figures.add(figure("tscore.ccc", films, Concordance::of));
    return figures;
  }

  private static OptionalDouble bias(NumberPairs pairs) {
    double[] estimates = pairs.estimates();
    double[] references = pairs.references();
    return IntStream.range(0, pairs.size())
        .mapToDouble(film -> estimates[film] - references[film])
        .average();
  }

  private static Figure figure(
      String name, NumberFilms films, Function<NumberPairs, OptionalDouble> value) {
    return new Figure(name, rows -> value.apply(films.pairs().select(rows)), FILMS);
  }

  private static Figure kappa(GradeScale scale, NumberFilms films) {
    NumberPairs graded = scale.graded(films.pairs());
    return new Figure(
        "tscore.kappa", rows -> NumberAgreement.quadraticKappa(graded.select(rows)), FILMS);
  }

  private static IntervalCoverage coverage(NumberFilms films) {
    double[] references = films.pairs().references();
    List<Interval> intervals = new ArrayList<>();
    List<Double> covered = new ArrayList<>();
    for (int film = 0; film < films.size(); film++) {
      Optional<Interval> own = films.intervals().get(film);
      if (own.isPresent()) {
        intervals.add(own.get());
        covered.add(references[film]);
      }
    }
    return IntervalCoverage.of(
        intervals, covered.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Mean absolute error, by patient; of at least one film. */
  public static ClusteredMean absoluteError(NumberFilms films) {
    double[] estimates = films.pairs().estimates();
    double[] references = films.pairs().references();
    return ClusteredMean.of(
        IntStream.range(0, films.size())
            .mapToDouble(film -> Math.abs(estimates[film] - references[film]))
            .toArray(),
        films.patients());
  }
}
