package org.strnet.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.IsotonicMap;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.network.TensorNames;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingProvenance;

/** Writes {@code bundle.json}; {@link ManifestReader} is its other half. */
final class ManifestWriter {

  private static final JsonMapper JSON = new JsonMapper();

  private ManifestWriter() {}

  /** The file, doubles so that they read back as the same value. */
  static byte[] write(BundleManifest manifest) {
    ObjectNode json = JSON.createObjectNode();
    json.put("schema_version", BundleManifest.SCHEMA_VERSION);
    json.put("name", manifest.name());
    targets(json.putObject("targets"), manifest.targets());
    TensorNames.HEADS.forEach(json.putArray("outputs")::add);
    pixels(json.putObject("pixels"), manifest.pixels());
    kneeFinder(json, manifest);
    clinical(json.putObject("clinical"), manifest.clinical());
    calibration(json.putObject("calibration"), manifest.calibration());
    ArrayNode points = json.putArray("operating_points");
    manifest.operatingPoints().forEach(point -> operatingPoint(points.addObject(), point));
    cohort(json.putObject("cohort"), manifest);
    ArrayNode figures = json.putArray("figures");
    manifest.figures().forEach(figure -> figure(figures.addObject(), figure));
    json.put("intended_use", manifest.intendedUse());
    training(json.putObject("training"), manifest.training());
    if (!manifest.recalibrations().isEmpty()) {
      ArrayNode changes = json.putArray("recalibrations");
      manifest.recalibrations().forEach(change -> recalibration(changes.addObject(), change));
    }
    manifest
        .inDistribution()
        .ifPresent(
            statistics ->
                InDistributionJson.write(json.putObject(InDistributionJson.KEY), statistics));
    manifest
        .quantisation()
        .ifPresent(made -> QuantisationJson.write(json.putObject(QuantisationJson.KEY), made));
    manifest
        .zones()
        .ifPresent(zones -> ReadingZonesJson.write(json.putObject(ReadingZonesJson.KEY), zones));
    manifest
        .explanationCheck()
        .ifPresent(
            check -> ExplanationCheckJson.write(json.putObject(ExplanationCheckJson.KEY), check));
    return text(json).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ObjectNode json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void targets(ObjectNode json, HeadTargets targets) {
    binaryTarget(json.putObject("screening"), targets.screening());
    targets
        .severity()
        .ifPresentOrElse(
            target -> binaryTarget(json.putObject("severity"), target),
            () -> json.putNull("severity"));
    targets
        .tScore()
        .ifPresentOrElse(
            target -> continuousTarget(json.putObject("t_score"), target),
            () -> json.putNull("t_score"));
  }

  private static void binaryTarget(ObjectNode json, BinaryTarget target) {
    json.put("name", target.name());
    json.put("meaning", target.meaning());
    json.put("positive", target.positive());
    json.put("negative", target.negative());
  }

  private static void continuousTarget(ObjectNode json, ContinuousTarget target) {
    json.put("name", target.name());
    json.put("meaning", target.meaning());
    json.put("unit", target.unit());
    json.put("reference_standard", target.referenceStandard());
  }

  private static void pixels(ObjectNode json, PixelSpecification pixels) {
    json.put("input_size", pixels.inputSize());
    json.put("crop_widths", pixels.cropWidths());
    json.put("centre_shift", pixels.centreShift());
    json.put("low_percentile", pixels.lowPercentile());
    json.put("high_percentile", pixels.highPercentile());
  }

  private static void kneeFinder(ObjectNode json, BundleManifest manifest) {
    if (manifest.kneeFinder().isEmpty()) {
      json.putNull("knee_finder");
      return;
    }
    var finder = manifest.kneeFinder().get();
    json.putObject("knee_finder")
        .put("input_size", finder.inputSize())
        .put("candidate_confidence", finder.candidateConfidence())
        .put("confidence_threshold", finder.confidenceThreshold())
        .put("maximum_knees", finder.maximumKnees())
        .put("merge_distance", finder.mergeDistance())
        .put("close_up_widths", finder.closeUpWidths());
  }

  private static void clinical(ObjectNode json, ClinicalInput clinical) {
    json.put("heads", clinical.heads().code());
    ArrayNode variables = json.putArray("variables");
    for (var column : clinical.encoding().columns()) {
      variables
          .addObject()
          .put("name", column.variable().column())
          .put("mean", column.mean())
          .put("standard_deviation", column.standardDeviation());
    }
  }

  private static void calibration(ObjectNode json, Calibration calibration) {
    json.set("screening", map(calibration.boneLoss()));
    json.set("severity", map(calibration.severity()));
    ConformalInterval interval = calibration.tScore();
    ObjectNode tScore = json.putObject("t_score");
    tScore.put("coverage", interval.coverage());
    if (Double.isInfinite(interval.halfWidth())) {
      tScore.putNull("half_width");
    } else {
      tScore.put("half_width", interval.halfWidth());
    }
    tScore.put("n", interval.n());
  }

  private static ObjectNode map(CalibrationMap map) {
    return map.fold(ManifestWriter::scaling, ManifestWriter::isotonic);
  }

  private static ObjectNode scaling(LogitScaling scaling) {
    return JSON.createObjectNode()
        .put("slope", scaling.slope())
        .put("intercept", scaling.intercept());
  }

  private static ObjectNode isotonic(IsotonicMap map) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode knots = json.putObject("isotonic");
    ArrayNode logits = knots.putArray("logits");
    Arrays.stream(map.logits()).forEach(logits::add);
    ArrayNode probabilities = knots.putArray("probabilities");
    Arrays.stream(map.probabilities()).forEach(probabilities::add);
    return json;
  }

  private static void operatingPoint(ObjectNode json, OperatingPoint point) {
    json.put("threshold", point.threshold());
    json.put("floor", point.floor());
    json.put("rule", point.rule().code());
    if (point.ruleAlpha() != ThresholdRule.USUAL_ALPHA) {
      json.put("rule_alpha", point.ruleAlpha());
    }
    json.put("positives", point.positives());
    json.put("negatives", point.negatives());
    proportion(json.putObject("sensitivity"), point.sensitivity());
    proportion(json.putObject("specificity"), point.specificity());
    json.put("cohort_hash", point.cohortHash());
    json.put("chosen_on", point.chosenOn().toString());
  }

  private static void proportion(ObjectNode json, Proportion proportion) {
    json.put("successes", proportion.successes());
    json.put("trials", proportion.trials());
  }

  private static void cohort(ObjectNode json, BundleManifest manifest) {
    json.put("name", manifest.cohort().name());
    json.put("films", manifest.cohort().films());
    json.put("patients", manifest.cohort().patients());
    json.put("terms", manifest.cohort().terms());
  }

  private static void figure(ObjectNode json, QuotedFigure figure) {
    json.put("name", figure.name());
    json.put("value", figure.value());
    json.put("low", figure.low());
    json.put("high", figure.high());
    json.put("n", figure.n());
    json.put("method", figure.method());
  }

  private static void recalibration(ObjectNode json, Recalibration change) {
    json.put("from", change.from());
    json.put("method", change.method());
    json.put("cohort_hash", change.cohortHash());
    json.put("films", change.films());
    json.put("patients", change.patients());
    json.put("date", change.date().toString());
    calibration(json.putObject("calibration_before"), change.before());
    operatingPoint(json.putObject("operating_point_before"), change.operatingPointBefore());
  }

  private static void training(ObjectNode json, TrainingProvenance training) {
    json.put("cohort_hash", training.cohortHash());
    json.put("split_hash", training.splitHash());
    json.put("seed", training.seed());
    json.put("configuration", training.configuration());
    json.put("source_commit", training.sourceCommit());
    ObjectNode libraries = json.putObject("libraries");
    training.libraries().forEach(libraries::put);
    json.put("date", training.date().toString());
    json.put("command", training.command());
    training.acceptedLeaks().ifPresent(leaks -> json.put("accepted_leaks", leaks));
    training
        .parent()
        .ifPresent(
            parent ->
                json.putObject("parent").put("name", parent.name()).put("sha256", parent.sha256()));
  }
}
