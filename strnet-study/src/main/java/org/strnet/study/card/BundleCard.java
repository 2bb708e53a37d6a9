package org.strnet.study.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.bundle.BundleManifest;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingProvenance;
import org.strnet.study.card.AppliedModelCard.Identity;
import org.strnet.study.card.AppliedModelCard.Provenance;
import org.strnet.study.card.AppliedModelCard.Release;
import org.strnet.study.card.AppliedModelCard.Resources;
import org.strnet.study.card.AppliedModelCard.Uses;

/**
 * The card of a bundle. Everything in it is said by the manifest, by an evaluation, or is true of
 * every bundle this program runs; the rest stays empty.
 */
public final class BundleCard {

  private static final int SHORT_HASH = 12;

  private static final String BIBLIOGRAPHY =
      """
      @misc{strnet2026,
        title         = {{STR-Net}},
        year          = {2026},
        eprint        = {2604.20268},
        archivePrefix = {arXiv}
      }
      @inproceedings{mitchell2019,
        author    = {Mitchell, Margaret and others},
        title     = {Model Cards for Model Reporting},
        booktitle = {Proceedings of the Conference on Fairness, Accountability, and Transparency},
        year      = {2019},
        doi       = {10.1145/3287560.3287596}
      }
      """;

  private BundleCard() {}

  /**
   * The card.
   *
   * @param manifest of the bundle
   * @param sha256 the bundle's identity, where it was written
   * @param evaluation metrics of an evaluation of this bundle, where there is one
   * @throws IllegalArgumentException if the identity is no SHA-256
   */
  public static AppliedModelCard of(
      BundleManifest manifest, Optional<String> sha256, Optional<Metrics> evaluation) {
    sha256.ifPresent(BundleCard::requireHash);
    return new AppliedModelCard(
        identity(manifest, sha256),
        release(manifest.training(), sha256),
        uses(manifest),
        BundleWarnings.of(manifest, evaluation),
        BundleSystem.of(manifest),
        BundleFigures.of(manifest, evaluation),
        resources(),
        provenance(manifest.training()));
  }

  private static void requireHash(String sha256) {
    if (!Sha256.isHash(sha256)) {
      throw new IllegalArgumentException("a bundle's identity is a SHA-256, found " + sha256);
    }
  }

  private static Identity identity(BundleManifest manifest, Optional<String> sha256) {
    String meaning = manifest.targets().screening().meaning();
    List<String> keywords = new ArrayList<>(List.of("knee radiograph", "deep learning"));
    if (manifest.targets().areBoneLoss()) {
      keywords.addAll(List.of("bone mineral density", "osteoporosis", "opportunistic screening"));
    }
    return new Identity(
        manifest.name(),
        sha256,
        Optional.empty(),
        Optional.empty(),
        "A network that estimates from an antero-posterior knee radiograph whether there is %s."
            .formatted(meaning),
        keywords);
  }

  private static Release release(TrainingProvenance training, Optional<String> sha256) {
    return new Release(
        "Research use only",
        training.date().toString(),
        sha256
            .map(hash -> "bundle " + hash.substring(0, SHORT_HASH))
            .orElse("bundle of " + training.date()),
        Optional.empty(),
        Optional.of("None is claimed: research use only."));
  }

  private static Uses uses(BundleManifest manifest) {
    String meaning = manifest.targets().screening().meaning();
    String next =
        manifest.targets().areBoneLoss()
            ? "\"Refer for densitometry\" prompts a bone densitometry, which decides."
            : "A flag prompts the examination that decides.";
    List<String> outOfScope = new ArrayList<>();
    outOfScope.add("Diagnosis, and ruling out " + meaning + ".");
    outOfScope.add(
        "Films other than antero-posterior knee radiographs, and knees with an implant.");
    outOfScope.add(
        "Films or patients unlike those it was trained on, before a site has checked it.");
    outOfScope.add("Treatment decisions or follow-up from its estimates.");
    return new Uses(
        manifest.intendedUse(),
        Optional.of(
            "Researchers who measure it on films of their own. Which other users a site allows is"
                + " not stated."),
        ("Run \"strnet screen\" on the film; read the result beside the film. %s \"Not flagged\""
                + " rules nothing out. \"Not assessable\" is a result with its reason, not a"
                + " failure to hide.")
            .formatted(next),
        Optional.of(
            "Not stated by the bundle beyond the films it was trained on: %s."
                .formatted(withoutFullStop(manifest.cohort().name()))),
        outOfScope);
  }

  private static Resources resources() {
    return new Resources(
        Optional.of(
            "bundle.json repeats configuration, seed, hashes and versions; metrics.json and"
                + " predictions.csv of an evaluation hold what the figures were computed from."),
        Optional.of(
            "The architecture follows STR-Net (arXiv 2604.20268, a preprint). No peer-reviewed"
                + " publication of this bundle is stated."),
        Optional.empty(),
        BIBLIOGRAPHY);
  }

  private static Provenance provenance(TrainingProvenance training) {
    return new Provenance(
        training.cohortHash(),
        training.splitHash(),
        training.seed(),
        training.sourceCommit(),
        training.command(),
        training.libraries(),
        training.configuration());
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
