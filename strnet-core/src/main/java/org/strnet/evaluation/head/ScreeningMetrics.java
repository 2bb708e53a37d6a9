package org.strnet.evaluation.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.accuracy.IntervalMethod;
import org.strnet.evaluation.accuracy.PredictiveValues;
import org.strnet.evaluation.calibration.CalibrationSlope;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.calibration.Spiegelhalter;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.AveragePrecision;
import org.strnet.evaluation.discrimination.ClusteredAuroc;
import org.strnet.evaluation.discrimination.PartialAuc;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.evaluation.resampling.ResampledPatients;

/** The figures of the screening head. */
public final class ScreeningMetrics {

  private final BinaryFilms films;
  private final BinaryFilms decided;
  private final MetricSettings settings;
  private final PatientBootstrap bootstrap;
  private final Map<String, Estimate> found = new LinkedHashMap<>();

  private ScreeningMetrics(BinaryFilms films, MetricSettings settings) {
    this.films = films;
    this.decided = films.decided();
    this.settings = settings;
    this.bootstrap = settings.bootstrap(films.size());
  }

  /** All of them, under {@code screening.*}. */
  public static Metrics of(BinaryFilms films, MetricSettings settings) {
    ScreeningMetrics metrics = new ScreeningMetrics(films, settings);
    metrics.discrimination();
    metrics.decisions();
    metrics.calibration();
    return new Metrics(metrics.found);
  }

  private void discrimination() {
    found.put("screening.auroc", Auroc.estimate(films.scores()));
    if (films.patientsRepeat()) {
      found.put(
          "screening.auroc_clustered", ClusteredAuroc.estimate(films.scores(), films.patients()));
    }
    found.put(
        "screening.auprc", AveragePrecision.estimate(films.scores(), films.patients(), bootstrap));
    found.put("screening.partial_auroc", partialArea());
    found.put(
        "screening.prevalence",
        ConfusionCounts.proportion(
            films.scores().positives(), films.size(), "needs films with a known label"));
  }

  private Estimate partialArea() {
    PartialAuc band = ScreeningFigures.HIGH_SENSITIVITY;
    Estimate area = band.estimate(films.scores(), films.patients(), bootstrap);
    return area.isEstimable()
        ? new Estimate(
            area.value(),
            area.interval(),
            area.n(),
            "%s; sensitivity %s to %s, at most %s"
                .formatted(
                    area.method(),
                    band.low(),
                    band.high(),
                    Math.rint(100 * (band.high() - band.low())) / 100))
        : area;
  }

  private void decisions() {
    ConfusionCounts counts = films.counts();
    found.put("screening.sensitivity", counts.sensitivity());
    found.put("screening.specificity", counts.specificity());
    if (decided.patientsRepeat()) {
      ResampledPatients patients = ResampledPatients.of(decided.patients());
      for (Figure share : ScreeningFigures.ofShares(decided).subList(0, 2)) {
        found.put(share.name() + "_by_patient", share.estimate(patients, bootstrap));
      }
    }
    found.put("screening.ppv", counts.ppv(IntervalMethod.WILSON));
    found.put("screening.npv", counts.npv(IntervalMethod.WILSON));
    settings.prevalence().ifPresent(prevalence -> predictiveValues(counts, prevalence));
    found.put("screening.accuracy", counts.accuracy());
    found.put("screening.lr_positive", counts.positiveLikelihoodRatio());
    found.put("screening.lr_negative", counts.negativeLikelihoodRatio());
    resampled(ScreeningFigures.ofDecisions(decided), decided);
    found.put(
        "screening.threshold",
        settings.threshold().isPresent()
            ? Estimate.ofValue(
                settings.threshold().getAsDouble(), films.size(), "fixed before this evaluation")
            : Estimate.notEstimable(films.size(), "no single operating point was used"));
  }

  private void predictiveValues(ConfusionCounts counts, double prevalence) {
    PredictiveValues values = new PredictiveValues(counts, prevalence);
    found.put("screening.ppv_at_prevalence", values.positive());
    found.put("screening.npv_at_prevalence", values.negative());
  }

  private void calibration() {
    PredictedProbabilities probabilities = PredictedProbabilities.of(films.scores());
    CalibrationSlope line = CalibrationSlope.of(probabilities);
    found.put("screening.calibration_slope", line.slope());
    found.put("screening.calibration_intercept", line.inTheLarge());
    resampled(ScreeningFigures.ofProbabilities(films, settings.netBenefitAt()), films);
    resampled(ScreeningFigures.ofReferringAll(films, settings.netBenefitAt()), films);
    Spiegelhalter test = Spiegelhalter.of(probabilities);
    found.put("screening.spiegelhalter_z", test.z());
    found.put("screening.spiegelhalter_p", test.p());
  }

  private void resampled(List<Figure> figures, BinaryFilms of) {
    ResampledPatients patients = ResampledPatients.of(of.patients());
    figures.forEach(figure -> found.put(figure.name(), figure.estimate(patients, bootstrap)));
  }
}
