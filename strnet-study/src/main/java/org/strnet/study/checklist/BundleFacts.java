package org.strnet.study.checklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.strnet.bundle.BundleManifest;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.study.card.TrainingSettings;

/** Facts a bundle knows of itself, by the names that the checklists' sentences use. */
final class BundleFacts {

  private final Map<String, String> facts = new LinkedHashMap<>();

  private BundleFacts() {}

  static Map<String, String> of(BundleManifest manifest, String sha256) {
    BundleFacts bundle = new BundleFacts();
    bundle.identity(manifest, sha256);
    bundle.input(manifest);
    bundle.training(manifest);
    bundle.operatingPoint(manifest.operatingPoint());
    bundle.targets(manifest.targets());
    TrainingSettings.of(manifest.training())
        .all()
        .forEach((path, value) -> bundle.facts.put("setting." + path, value));
    return bundle.facts;
  }

  /** Facts of the heads; a study knows them by the same names. */
  static void heads(BinaryTarget screening, Map<String, String> facts) {
    facts.put("finding", screening.meaning());
  }

  static void number(ContinuousTarget target, Map<String, String> facts) {
    facts.put("tscore", target.meaning());
    facts.put("unit", target.unit());
    facts.put("reference", target.referenceStandard());
  }

  private void put(String name, Object value) {
    facts.put("bundle." + name, value.toString());
  }

  private void identity(BundleManifest manifest, String sha256) {
    put("name", manifest.name());
    put("sha256", sha256);
    put("intended_use", manifest.intendedUse());
  }

  private void input(BundleManifest manifest) {
    var pixels = manifest.pixels();
    put("crop", pixels.cropWidths());
    put("input_size", pixels.inputSize());
    put("low_percentile", pixels.lowPercentile());
    put("high_percentile", pixels.highPercentile());
    manifest
        .kneeFinder()
        .ifPresent(
            finder ->
                put(
                    "knee_finder",
                    "knee.onnx accepts joints of a confidence of %s and above"
                        .formatted(finder.confidenceThreshold())));
    var columns = manifest.clinical().encoding().columns();
    String names =
        columns.stream().map(c -> c.variable().column()).collect(Collectors.joining(", "));
    put("clinical_or_none", columns.isEmpty() ? "none" : names);
    if (!columns.isEmpty()) {
      put("clinical", names);
      put(
          "clinical_heads",
          manifest.clinical().heads() == ClinicalHeads.ALL ? "all heads" : "the T-score head");
    }
  }

  private void training(BundleManifest manifest) {
    var cohort = manifest.cohort();
    put("cohort", withoutFullStop(cohort.name()));
    put("films", cohort.films());
    put("patients", cohort.patients());
    put("terms", withoutFullStop(cohort.terms()));
    var training = manifest.training();
    put("cohort_hash", training.cohortHash());
    put("split_hash", training.splitHash());
    put("seed", training.seed());
    put("commit", training.sourceCommit());
    put("command", training.command());
    String libraries =
        training.libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", "));
    if (!libraries.isEmpty()) {
      put("libraries", libraries);
    }
  }

  private void operatingPoint(OperatingPoint point) {
    put("threshold", number(point.threshold()));
    put("rule", point.rule().code());
    put("floor", number(point.floor()));
    put("chosen_on", point.chosenOn());
    put("chosen_with", point.positives());
    put("chosen_without", point.negatives());
    put("chosen_sensitivity", proportion(point.sensitivity()));
    put("chosen_specificity", proportion(point.specificity()));
  }

  private void targets(HeadTargets targets) {
    heads(targets.screening(), facts);
    targets.severity().ifPresent(target -> facts.put("severity", target.meaning()));
    targets.tScore().ifPresent(target -> number(target, facts));
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String proportion(Proportion proportion) {
    return "%s (%s to %s, %d of %d)"
        .formatted(
            number(proportion.value()),
            number(proportion.low()),
            number(proportion.high()),
            proportion.successes(),
            proportion.trials());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
