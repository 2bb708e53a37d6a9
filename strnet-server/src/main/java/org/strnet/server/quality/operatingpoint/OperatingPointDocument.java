package org.strnet.server.quality.operatingpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.Recalibration;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.IsotonicMap;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;

/** What a local operating point changes of its bundle, as JSON in the database. */
final class OperatingPointDocument {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OperatingPointDocument() {}

  /** Writes what differs from the bundle: the newest recalibration of a manifest. */
  static String of(BundleManifest manifest) {
    Recalibration change = manifest.recalibrations().get(manifest.recalibrations().size() - 1);
    ObjectNode json = JSON.createObjectNode();
    json.put("name", manifest.name());
    json.put("method", change.method());
    json.put("films", change.films());
    json.put("patients", change.patients());
    json.put("cohort_hash", change.cohortHash());
    json.put("date", change.date().toString());
    Calibration calibration = manifest.calibration();
    json.set("screening", map(calibration.boneLoss()));
    json.set("severity", map(calibration.severity()));
    ObjectNode interval = json.putObject("t_score");
    interval.put("coverage", calibration.tScore().coverage());
    interval.put("n", calibration.tScore().n());
    if (Double.isFinite(calibration.tScore().halfWidth())) {
      interval.put("half_width", calibration.tScore().halfWidth());
    }
    point(json.putObject("operating_point"), manifest.operatingPoint());
    return json.toString();
  }

  private static ObjectNode map(CalibrationMap map) {
    ObjectNode json = JSON.createObjectNode();
    return map.fold(
        scaling -> json.put("slope", scaling.slope()).put("intercept", scaling.intercept()),
        isotonic -> {
          DoubleStream.of(isotonic.logits()).forEach(json.putArray("logits")::add);
          DoubleStream.of(isotonic.probabilities()).forEach(json.putArray("probabilities")::add);
          return json;
        });
  }

  private static void point(ObjectNode json, OperatingPoint point) {
    json.put("threshold", point.threshold());
    json.put("floor", point.floor());
    json.put("rule", point.rule().code());
    json.put("rule_alpha", point.ruleAlpha());
    json.put("positives", point.positives());
    json.put("negatives", point.negatives());
    json.put("referred_positives", point.sensitivity().successes());
    json.put("not_flagged_negatives", point.specificity().successes());
  }

  /**
   * The bundle's manifest with what a document changes of it.
   *
   * @param bundle as loaded
   * @param sha256 the bundle's
   * @throws IllegalStateException when the document is not one of ours
   */
  static BundleManifest manifest(BundleManifest bundle, String sha256, String document) {
    try {
      JsonNode json = JSON.readTree(document);
      Calibration calibration =
          new Calibration(
              map(json.required("screening")),
              map(json.required("severity")),
              interval(json.required("t_score")));
      LocalDate date = LocalDate.parse(json.required("date").asText());
      String cohort = json.required("cohort_hash").asText();
      Recalibration change =
          new Recalibration(
              sha256,
              json.required("method").asText(),
              cohort,
              json.required("films").asInt(),
              json.required("patients").asInt(),
              date,
              bundle.calibration(),
              bundle.operatingPoint());
      return bundle.recalibrated(
          json.required("name").asText(),
          calibration,
          point(json.required("operating_point"), cohort, date),
          change);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("a kept operating point cannot be read", e);
    }
  }

  private static CalibrationMap map(JsonNode json) {
    return json.has("slope")
        ? new LogitScaling(json.required("slope").asDouble(), json.required("intercept").asDouble())
        : new IsotonicMap(
            numbers(json.required("logits")), numbers(json.required("probabilities")));
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static ConformalInterval interval(JsonNode json) {
    return new ConformalInterval(
        json.required("coverage").asDouble(),
        json.has("half_width") ? json.get("half_width").asDouble() : Double.POSITIVE_INFINITY,
        json.required("n").asInt());
  }

  private static OperatingPoint point(JsonNode json, String cohort, LocalDate date) {
    int positives = json.required("positives").asInt();
    int negatives = json.required("negatives").asInt();
    return new OperatingPoint(
        json.required("threshold").asDouble(),
        json.required("floor").asDouble(),
        rule(json.required("rule").asText()),
        json.required("rule_alpha").asDouble(),
        positives,
        negatives,
        new Proportion(json.required("referred_positives").asInt(), positives),
        new Proportion(json.required("not_flagged_negatives").asInt(), negatives),
        cohort,
        date);
  }

  private static ThresholdRule rule(String code) {
    for (ThresholdRule rule : ThresholdRule.values()) {
      if (rule.code().equals(code)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no such rule: " + code);
  }
}
