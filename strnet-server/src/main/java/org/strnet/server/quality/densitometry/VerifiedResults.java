package org.strnet.server.quality.densitometry;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.accuracy.IntervalMethod;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Results against densitometry, one film for each patient.
 *
 * <p>Who is referred is measured more often than who is not: sensitivity among the measured is too
 * high and specificity too low. The corrected ones (Begg and Greenes 1983, Biometrics 39:207) hold
 * if, given the result, it was chance who was measured; their intervals are those of the logit by
 * the delta method, as there.
 *
 * @param matched patients with densitometry in the window
 * @param referredPatients patients whose film was referred, measured or not
 * @param otherPatients patients whose film was not flagged, measured or not
 */
public record VerifiedResults(List<MatchedFilm> matched, int referredPatients, int otherPatients) {

  /** Patients that agreement of T-scores needs. */
  public static final int LEAST_PAIRS = 20;

  private static final String CORRECTED = "Begg-Greenes, logit 95 %";

  /** Copies and checks. */
  public VerifiedResults {
    matched = List.copyOf(matched);
    long referred = matched.stream().filter(match -> match.film().referred()).count();
    if (referred > referredPatients || matched.size() - referred > otherPatients) {
      throw new IllegalArgumentException("more patients measured than there are");
    }
  }

  /**
   * Counts patients by the film that stands for each: the matched one, else the newest.
   *
   * @param films in the order of their arrival
   */
  public static VerifiedResults of(List<ScoredFilm> films, List<MatchedFilm> matched) {
    Map<String, Boolean> referred =
        films.stream()
            .filter(film -> !film.patient().isEmpty())
            .collect(
                Collectors.toMap(ScoredFilm::patient, ScoredFilm::referred, (old, young) -> young));
    matched.forEach(match -> referred.put(match.film().patient(), match.film().referred()));
    int flagged = (int) referred.values().stream().filter(it -> it).count();
    return new VerifiedResults(matched, flagged, referred.size() - flagged);
  }

  /** Decisions against densitometry, as they were made. */
  public ConfusionCounts counts() {
    boolean[] referred = new boolean[matched.size()];
    boolean[] boneLoss = new boolean[matched.size()];
    for (int i = 0; i < referred.length; i++) {
      referred[i] = matched.get(i).film().referred();
      boneLoss[i] = matched.get(i).boneLoss();
    }
    return ConfusionCounts.of(referred, boneLoss);
  }

  /** Measured referred patients that have bone loss; unaffected by who else was measured. */
  public Estimate ppv() {
    return counts().ppv(IntervalMethod.WILSON);
  }

  /** Measured patients not flagged that have none. */
  public Estimate npv() {
    return counts().npv(IntervalMethod.WILSON);
  }

  /** Share of referred patients that were measured. */
  public Estimate verifiedReferred() {
    ConfusionCounts counts = counts();
    return ConfusionCounts.proportion(
        counts.truePositives() + counts.falsePositives(), referredPatients, "needs referred films");
  }

  /** Share of patients not flagged that were measured. */
  public Estimate verifiedOthers() {
    ConfusionCounts counts = counts();
    return ConfusionCounts.proportion(
        counts.falseNegatives() + counts.trueNegatives(),
        otherPatients,
        "needs films that are not flagged");
  }

  /** Sensitivity corrected for who was measured. */
  public Estimate correctedSensitivity() {
    ConfusionCounts counts = counts();
    return corrected(
        counts.truePositives(),
        counts.falsePositives(),
        counts.falseNegatives(),
        counts.trueNegatives(),
        referredPatients,
        otherPatients);
  }

  /** Specificity corrected for who was measured. */
  public Estimate correctedSpecificity() {
    ConfusionCounts counts = counts();
    return corrected(
        counts.trueNegatives(),
        counts.falseNegatives(),
        counts.falsePositives(),
        counts.truePositives(),
        otherPatients,
        referredPatients);
  }

  /**
   * Share of a kind that was decided as it should: with {@code q} the share of all patients decided
   * so and {@code a}, {@code b} the shares of the kind among the measured of both decisions, {@code
   * q a / (q a + (1 - q) b)}.
   */
  private Estimate corrected(
      int kindHere, int othersHere, int kindThere, int othersThere, int here, int there) {
    if (kindHere == 0 || kindThere == 0) {
      return Estimate.notEstimable(
          matched.size(), "needs measured patients of the kind, referred and not flagged");
    }
    double patients = (double) here + there;
    double q = here / patients;
    double a = kindHere / ((double) kindHere + othersHere);
    double b = kindThere / ((double) kindThere + othersThere);
    double logit = Math.log(q * a / ((1 - q) * b));
    double error =
        Math.sqrt(1 / (patients * q * (1 - q)) + (1 - a) / kindHere + (1 - b) / kindThere);
    return Estimate.of(
        share(logit),
        new Interval(share(logit - Interval.Z * error), share(logit + Interval.Z * error)),
        matched.size(),
        CORRECTED);
  }

  private static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Estimated T-scores beside the measured ones. */
  public NumberPairs tScores() {
    List<MatchedFilm> both =
        matched.stream().filter(match -> match.film().tScore().isPresent()).toList();
    return new NumberPairs(
        both.stream()
            .map(match -> match.film().tScore())
            .mapToDouble(OptionalDouble::orElseThrow)
            .toArray(),
        both.stream().mapToDouble(MatchedFilm::tScore).toArray());
  }

  /** Bias and limits of agreement; not estimable with fewer than {@link #LEAST_PAIRS} patients. */
  public BlandAltman agreement() {
    NumberPairs pairs = tScores();
    if (pairs.size() < LEAST_PAIRS) {
      Estimate none =
          Estimate.notEstimable(pairs.size(), "needs %d patients".formatted(LEAST_PAIRS));
      return new BlandAltman(none, none, none, none, none);
    }
    return BlandAltman.of(pairs);
  }
}
