package org.strnet.bundle;

import java.util.Locale;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.HeadTargets;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingProvenance;

/** The card of a bundle as Markdown: what it is for, what it is worth, and what it must not do. */
public final class ModelCard {

  private ModelCard() {}

  /** The card; everything in it comes from the manifest. */
  public static String of(BundleManifest manifest) {
    return String.join(
        "\n",
        "# " + manifest.name(),
        "",
        "**Research use only.** It prompts a bone densitometry; it does not diagnose, and it cannot"
            + " rule out bone loss: \"not flagged\" is not \"negative\".",
        "",
        "## Intended use",
        "",
        manifest.intendedUse(),
        "",
        "## What it estimates",
        "",
        targets(manifest.targets()),
        "## Input",
        "",
        input(manifest),
        "## Trained on",
        "",
        trainedOn(manifest),
        "## Operating points",
        "",
        operatingPoints(manifest) + zones(manifest) + recalibrations(manifest),
        "## Measured",
        "",
        figures(manifest),
        "## Limits",
        "",
        limits(manifest) + heatMaps(manifest),
        "## Provenance",
        "",
        int8(manifest) + provenance(manifest.training()));
  }

  private static String targets(HeadTargets targets) {
    StringBuilder text = new StringBuilder();
    text.append("- screening: ").append(targets.screening().meaning()).append('\n');
    targets.severity().ifPresent(t -> text.append("- severity: ").append(t.meaning()).append('\n'));
    targets
        .tScore()
        .ifPresent(
            t ->
                text.append(
                    "- %s in %s; reference standard: %s\n"
                        .formatted(t.meaning(), t.unit(), t.referenceStandard())));
    return text.toString();
  }

  private static String input(BundleManifest manifest) {
    var pixels = manifest.pixels();
    var columns = manifest.clinical().encoding().columns();
    StringBuilder text = new StringBuilder();
    text.append(
        "- an antero-posterior knee radiograph; the crop is %s plateau widths, %d x %d pixels\n"
            .formatted(pixels.cropWidths(), pixels.inputSize(), pixels.inputSize()));
    manifest.inDistribution().ifPresent(statistics -> text.append(alike(statistics)));
    if (columns.isEmpty()) {
      return text.append("- no clinical variables\n").toString();
    }
    text.append("- optional clinical variables (");
    text.append(
        manifest.clinical().heads() == ClinicalHeads.ALL ? "all heads" : "T-score head only");
    text.append("): ");
    text.append(String.join(", ", columns.stream().map(c -> c.variable().column()).toList()));
    return text.append("; any subset, or none\n").toString();
  }

  private static String alike(FeatureDistribution statistics) {
    var limit = statistics.limit();
    return "- a knee farther than %s from the %d training films, by its pooled features, is not"
            .formatted(number(limit.distance()), statistics.films())
        + " assessed (`OUT_OF_DISTRIBUTION`): %d of %d films lie within (%s), at most %s of new"
            .formatted(
                limit.passing(), limit.films(), limit.basis().code(), number(limit.refusedShare()))
        + " films like them are refused\n";
  }

  private static String trainedOn(BundleManifest manifest) {
    var cohort = manifest.cohort();
    return "%s: %d films of %d patients. Terms: %s\n"
        .formatted(cohort.name(), cohort.films(), cohort.patients(), cohort.terms());
  }

  private static String operatingPoints(BundleManifest manifest) {
    return String.join("", manifest.operatingPoints().stream().map(ModelCard::line).toList());
  }

  private static String line(OperatingPoint point) {
    StringBuilder text = new StringBuilder();
    text.append(
        "- threshold %s, rule `%s` with sensitivity floor %s, chosen on %s (%d with, %d without):"
            .formatted(
                number(point.threshold()),
                point.rule().code(),
                number(point.floor()),
                point.chosenOn(),
                point.positives(),
                point.negatives()));
    text.append(" sensitivity ").append(proportion(point.sensitivity()));
    text.append(", specificity ").append(proportion(point.specificity())).append('\n');
    return text.toString();
  }

  private static String zones(BundleManifest manifest) {
    return manifest
        .zones()
        .map(
            zones ->
                "- three zones: no flag below %s, flag above %s, grey between; chosen on %s (%d with,"
                        .formatted(
                            number(zones.noFlagBelow()),
                            number(zones.flagAbove()),
                            zones.chosenOn(),
                            zones.positives())
                    + " %d without) by conformal risk control: at most %s of films with the finding"
                        .formatted(zones.negatives(), number(zones.levels().missed()))
                    + " fall below, at most %s of films without it above, on average over such choices\n"
                        .formatted(number(zones.levels().falselyFlagged())))
        .orElse("");
  }

  private static String recalibrations(BundleManifest manifest) {
    StringBuilder text = new StringBuilder();
    for (Recalibration change : manifest.recalibrations()) {
      text.append(
          "- recalibrated on %s by `%s` on %d films of %d patients (cohort `%s`), from bundle `%s`;"
              .formatted(
                  change.date(),
                  change.method(),
                  change.films(),
                  change.patients(),
                  change.cohortHash(),
                  change.from()));
      text.append(" the network is unchanged. Before:\n  ");
      text.append(line(change.operatingPointBefore()));
    }
    return text.isEmpty() ? "" : "\n## Recalibration\n\n" + text;
  }

  private static String figures(BundleManifest manifest) {
    if (manifest.figures().isEmpty()) {
      return "Nothing was measured of it.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("| figure | value | interval | n | how |\n|---|---|---|---|---|\n");
    for (QuotedFigure figure : manifest.figures()) {
      text.append(
          "| %s | %s | %s to %s | %d | %s |\n"
              .formatted(
                  figure.name(),
                  number(figure.value()),
                  number(figure.low()),
                  number(figure.high()),
                  figure.n(),
                  figure.method()));
    }
    return text.toString();
  }

  private static String limits(BundleManifest manifest) {
    String limits =
        """
        - Not for diagnosis, and not for ruling out bone loss.
        - Figures hold for films like those it was trained on; a site checks it on its own films first.
        - The heat-map explains where the network looked; it is not a finding.
        """;
    return limits + manifest.targets().tScore().map(ModelCard::estimateLimit).orElse("");
  }

  private static String heatMaps(BundleManifest manifest) {
    return manifest
        .explanationCheck()
        .map(
            check ->
                String.format(
                    Locale.ROOT,
                    "- Heat-maps were checked on %d films (%s): where they are highest, deletion moves the"
                        + " logit by %s beyond chance, in its standard deviations; under random weights"
                        + " they stay alike by %s at most. %s%n",
                    check.films(),
                    check.date(),
                    mean(check.deletion()),
                    mean(check.likeness()),
                    check.passes()
                        ? "They are shown."
                        : "**They tell nothing of what it looks at and are not shown.**"))
        .orElse("- Whether heat-maps tell what it looks at was not checked.\n");
  }

  private static String mean(ExplanationCheck.Mean mean) {
    return "%s (%s to %s)".formatted(number(mean.value()), number(mean.low()), number(mean.high()));
  }

  private static String estimateLimit(ContinuousTarget target) {
    return "- The %s is an estimate from a film, calibrated against %s.\n"
        .formatted(target.meaning(), target.referenceStandard());
  }

  private static String int8(BundleManifest manifest) {
    return manifest
        .quantisation()
        .map(
            made ->
                "- 8-bit network: ranges from %d training films, %s, command `%s`; %s\n"
                    .formatted(made.films(), made.date(), made.command(), made.agreement().words()))
        .orElse("");
  }

  private static String provenance(TrainingProvenance training) {
    StringBuilder text = new StringBuilder();
    text.append("- cohort `%s`\n".formatted(training.cohortHash()));
    text.append("- split `%s`, seed %d\n".formatted(training.splitHash(), training.seed()));
    text.append("- commit `%s`, %s\n".formatted(training.sourceCommit(), training.date()));
    text.append("- command `%s`\n".formatted(training.command()));
    training
        .parent()
        .ifPresent(
            parent ->
                text.append(
                    "- went on from the network of bundle %s, `%s`\n"
                        .formatted(parent.name(), parent.sha256())));
    training
        .acceptedLeaks()
        .ifPresent(
            leaks ->
                text.append("- **split leaks the training was told to go on with: ")
                    .append(leaks)
                    .append("; figures of these films are too good**\n"));
    training
        .libraries()
        .forEach((name, version) -> text.append("- " + name + " " + version + "\n"));
    text.append("\n```\n").append(training.configuration().strip()).append("\n```\n");
    return text.toString();
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
