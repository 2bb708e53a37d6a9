package org.strnet.study.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.strnet.bundle.BundleManifest;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.HeadTargets;
import org.strnet.study.card.AppliedModelCard.SystemFacts;

/** What a card says of how a bundle works and what it was made from. */
final class BundleSystem {

  private BundleSystem() {}

  static SystemFacts of(BundleManifest manifest) {
    TrainingSettings settings = TrainingSettings.of(manifest.training());
    return new SystemFacts(
        outputs(manifest.targets()),
        modelType(settings),
        inputs(manifest),
        developmentData(manifest),
        Optional.empty(),
        againstBias(settings),
        Optional.empty(),
        Optional.of(
            "Loading verifies the SHA-256 of every file of the bundle and refuses unknown files."),
        Optional.of(
            "Manifest, configuration, weights' hashes and the program's commit travel in the"
                + " bundle; a heat-map shows where the network looked."),
        Optional.empty(),
        libraries(manifest),
        Optional.empty());
  }

  private static List<String> outputs(HeadTargets targets) {
    List<String> outputs = new ArrayList<>();
    outputs.add(
        "Probability of " + targets.screening().meaning() + ", and flagged or not flagged.");
    targets.severity().ifPresent(t -> outputs.add("Probability of " + t.meaning() + "."));
    targets
        .tScore()
        .ifPresent(
            t ->
                outputs.add(
                    "Estimate of %s in %s with an interval; reference standard: %s."
                        .formatted(t.meaning(), t.unit(), t.referenceStandard())));
    outputs.add("Or: not assessable, with a coded reason. A heat-map on request.");
    return outputs;
  }

  private static String modelType(TrainingSettings settings) {
    String backbone =
        settings.value("network.backbone").map(name -> ", backbone " + name).orElse("");
    String routing = settings.value("network.routing").map(name -> ", routing " + name).orElse("");
    return "Convolutional network after STR-Net%s%s: shared features, three heads."
        .formatted(backbone, routing);
  }

  private static List<String> inputs(BundleManifest manifest) {
    var pixels = manifest.pixels();
    List<String> inputs = new ArrayList<>();
    inputs.add(
        ("One antero-posterior knee radiograph of 8 to 16 bits; each knee is cut out as a square of"
                + " %s plateau widths, fibula on the right, and reduced to %d x %d pixels.")
            .formatted(pixels.cropWidths(), pixels.inputSize(), pixels.inputSize()));
    String clinical = clinicalVariables(manifest);
    inputs.add(
        clinical.isEmpty()
            ? "No clinical variables."
            : "Optional clinical variables (%s): %s; any subset, or none."
                .formatted(
                    manifest.clinical().heads() == ClinicalHeads.ALL
                        ? "all heads"
                        : "T-score head only",
                    clinical));
    return inputs;
  }

  /** Their names, comma separated; empty when the network takes none. */
  static String clinicalVariables(BundleManifest manifest) {
    return manifest.clinical().encoding().columns().stream()
        .map(column -> column.variable().column())
        .collect(Collectors.joining(", "));
  }

  private static String developmentData(BundleManifest manifest) {
    var cohort = manifest.cohort();
    return "%s: %d films of %d patients. Terms: %s."
        .formatted(cohort.name(), cohort.films(), cohort.patients(), cohort.terms());
  }

  private static Optional<String> againstBias(TrainingSettings settings) {
    return settings
        .value("sampling.framingColumn")
        .map(
            column ->
                "Training films were drawn in balance over the column \"%s\" (acquisition family)."
                    .formatted(column));
  }

  private static Optional<String> libraries(BundleManifest manifest) {
    String libraries =
        manifest.training().libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", "));
    return libraries.isEmpty() ? Optional.empty() : Optional.of("Computed with " + libraries + ".");
  }
}
