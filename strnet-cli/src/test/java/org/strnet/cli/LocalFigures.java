package org.strnet.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.Decision;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.head.StudyFilms;

/**
 * What a calibration and an operating point are worth on films that had no part in them.
 *
 * @param auroc of the probability
 * @param sensitivity at the operating point
 * @param specificity at the operating point
 * @param tError mean absolute error of the T-score in SD
 * @param tCoverage share of T-scores in their interval
 * @param halfWidth of that interval in SD
 * @param words the figures with intervals
 */
record LocalFigures(
    double auroc,
    double sensitivity,
    double specificity,
    double tError,
    double tCoverage,
    double halfWidth,
    String words) {

  /**
   * Measures.
   *
   * @param films predicted without calibration
   */
  static LocalFigures of(BundleManifest manifest, StudyFilms films) {
    BinaryScores scores = films.screening().scores();
    boolean[] positive = scores.positive();
    boolean[] referred = referred(manifest, scores.scores());
    Proportion sensitivity = share(positive, referred, true);
    Proportion specificity = share(positive, referred, false);
    double[] errors = errors(films);
    ConformalInterval interval = manifest.calibration().tScore();
    Proportion covered =
        new Proportion(
            (int) Arrays.stream(errors).filter(e -> e <= interval.halfWidth()).count(),
            errors.length);
    return new LocalFigures(
        Auroc.of(scores).value(),
        sensitivity.value(),
        specificity.value(),
        Arrays.stream(errors).average().orElseThrow(),
        covered.value(),
        interval.halfWidth(),
        "%s, sensitivity %s, specificity %s, coverage %s"
            .formatted(
                words(Auroc.of(scores)), words(sensitivity), words(specificity), words(covered)));
  }

  private static String words(Auroc area) {
    var interval = area.estimate().interval().orElseThrow();
    return String.format(
        Locale.ROOT, "AUROC %.3f (%.3f to %.3f)", area.value(), interval.low(), interval.high());
  }

  private static boolean[] referred(BundleManifest manifest, double[] uncalibrated) {
    boolean[] referred = new boolean[uncalibrated.length];
    for (int i = 0; i < referred.length; i++) {
      double logit = Math.log(uncalibrated[i]) - Math.log1p(-uncalibrated[i]);
      double probability =
          manifest.calibration().boneLoss().probability(Math.max(-34, Math.min(34, logit)));
      referred[i] = manifest.operatingPoint().decide(probability) == Decision.REFER;
    }
    return referred;
  }

  private static Proportion share(boolean[] positive, boolean[] referred, boolean kind) {
    int[] films = IntStream.range(0, positive.length).filter(i -> positive[i] == kind).toArray();
    return new Proportion(
        (int) IntStream.of(films).filter(i -> referred[i] == kind).count(), films.length);
  }

  private static double[] errors(StudyFilms films) {
    double[] estimates = films.tScore().pairs().estimates();
    double[] references = films.tScore().pairs().references();
    return IntStream.range(0, estimates.length)
        .mapToDouble(i -> Math.abs(estimates[i] - references[i]))
        .toArray();
  }

  private static String words(Proportion share) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f, n = %d)",
        share.value(),
        share.low(),
        share.high(),
        share.trials());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, T-score error %.2f, half width %.2f", words, tError, halfWidth);
  }
}
