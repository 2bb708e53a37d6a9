package org.strnet.study.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strnet.bundle.BundleManifest;
import org.strnet.decision.OperatingPoint;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.network.ClinicalHeads;
import org.strnet.study.card.AppliedModelCard.Warnings;

/** What can go wrong with a bundle, as far as its manifest and an evaluation tell. */
final class BundleWarnings {

  private BundleWarnings() {}

  static Warnings of(BundleManifest manifest, Optional<Metrics> evaluation) {
    return new Warnings(risks(manifest), biases(manifest, evaluation), Optional.empty());
  }

  private static List<String> risks(BundleManifest manifest) {
    String meaning = manifest.targets().screening().meaning();
    List<String> risks = new ArrayList<>();
    risks.add("\"Not flagged\" does not rule out " + meaning + "; " + missed(manifest, meaning));
    risks.add(flaggedInVain(manifest.operatingPoint(), meaning));
    risks.add("Figures hold for films like those they were measured on; a site checks first.");
    risks.add("The heat-map shows where the network looked; it is not a finding.");
    manifest
        .targets()
        .tScore()
        .ifPresent(
            target ->
                risks.add(
                    "The %s is an estimate from a film, calibrated against %s."
                        .formatted(target.meaning(), target.referenceStandard())));
    return risks;
  }

  private static String missed(BundleManifest manifest, String meaning) {
    var sensitivity = manifest.operatingPoint().sensitivity();
    return "on the films the threshold was chosen on it missed %d of %d with %s."
        .formatted(sensitivity.trials() - sensitivity.successes(), sensitivity.trials(), meaning);
  }

  private static String flaggedInVain(OperatingPoint point, String meaning) {
    var specificity = point.specificity();
    return "Films are flagged in vain: there, %d of %d without %s."
        .formatted(specificity.trials() - specificity.successes(), specificity.trials(), meaning);
  }

  private static List<String> biases(BundleManifest manifest, Optional<Metrics> evaluation) {
    OperatingPoint point = manifest.operatingPoint();
    List<String> biases = new ArrayList<>();
    biases.add(
        String.format(
            Locale.ROOT,
            "The threshold rests on %d films with and %d without the finding (%.0f %% with); where"
                + " the share differs, so do its predictive values.",
            point.positives(),
            point.negatives(),
            100.0 * point.positives() / (point.positives() + point.negatives())));
    if (manifest.clinical().heads() == ClinicalHeads.ALL
        && !manifest.clinical().encoding().columns().isEmpty()) {
      biases.add(
          "Clinical variables enter every head: a result may rest on them more than on the film.");
    }
    biases.add(
        evaluation.isPresent() && BundleFigures.hasSubgroups(evaluation.get())
            ? "Differences between groups: see the figures on fairness."
            : "Differences between sexes, ages and other groups were not measured on this card.");
    return biases;
  }
}
