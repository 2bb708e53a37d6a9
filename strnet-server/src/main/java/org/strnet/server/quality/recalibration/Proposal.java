package org.strnet.server.quality.recalibration;

import java.util.List;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.Calibration;
import org.strnet.decision.Decision;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.server.quality.densitometry.MatchedFilm;
import org.strnet.server.quality.densitometry.ScoredFilm;

/**
 * A recalibration that nobody has agreed to yet. The figures of the new operating point are those
 * of its choice: on the films it was fitted to it looks better than on others.
 *
 * @param old settings in force
 * @param fresh recalibrated settings
 * @param matched patients with densitometry it rests on
 * @param leftOut matched patients whose score cannot be restated
 * @param past assessed films of the bundle with a score that can be restated
 */
public record Proposal(
    BundleManifest old,
    BundleManifest fresh,
    List<MatchedFilm> matched,
    int leftOut,
    List<ScoredFilm> past) {

  /** Copies the lists. */
  public Proposal {
    matched = List.copyOf(matched);
    past = List.copyOf(past);
  }

  /** SHA-256 of the scores and T-scores it rests on; the same films give the same. */
  public String basis() {
    return fresh.operatingPoint().cohortHash();
  }

  /** What a manifest decides on the matched films, against densitometry. */
  private ConfusionCounts counts(BundleManifest manifest) {
    boolean[] referred = new boolean[matched.size()];
    boolean[] boneLoss = new boolean[matched.size()];
    for (int i = 0; i < referred.length; i++) {
      referred[i] = decide(manifest, matched.get(i).film()) == Decision.REFER;
      boneLoss[i] = matched.get(i).boneLoss();
    }
    return ConfusionCounts.of(referred, boneLoss);
  }

  /** What is in force, against densitometry. */
  public ConfusionCounts oldCounts() {
    return counts(old);
  }

  /** What is proposed, against the densitometry it was fitted to. */
  public ConfusionCounts freshCounts() {
    return counts(fresh);
  }

  /** The past films that would be decided otherwise, newest first. */
  public List<ChangedFilm> changed() {
    return past.stream()
        .map(
            film ->
                new ChangedFilm(
                    film,
                    film.referredNow() ? Decision.REFER : Decision.NOT_FLAGGED,
                    decide(fresh, film)))
        .filter(change -> change.now() != change.then())
        .sorted((a, b) -> b.film().day().compareTo(a.film().day()))
        .toList();
  }

  private static Decision decide(BundleManifest manifest, ScoredFilm film) {
    Calibration calibration = manifest.calibration();
    return manifest
        .operatingPoint()
        .decide(calibration.boneLoss().probability(film.boneLossLogit().orElseThrow()));
  }
}
