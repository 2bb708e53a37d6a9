package org.strnet.bundle;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.IsotonicMap;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.network.TensorNames;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.ParentBundle;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;

/** Reads {@code bundle.json}; {@link ManifestWriter} is its other half. */
final class ManifestReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestReader() {}

  /**
   * @param source file name for messages
   * @param bytes the file
   * @throws BadInputException when the JSON is broken, a key is missing or unknown, or a value
   *     breaks its rule
   */
  static BundleManifest read(String source, byte[] bytes) {
    return StrictJson.read(source, parse(source, bytes), ManifestReader::manifest);
  }

  private static JsonNode parse(String source, byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new BadInputException(source, "is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BundleManifest manifest(StrictJson json) {
    int version = json.count("schema_version");
    if (version != BundleManifest.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schema_version must be %d, found %d".formatted(BundleManifest.SCHEMA_VERSION, version));
    }
    List<String> outputs = json.texts("outputs");
    if (!outputs.equals(TensorNames.HEADS)) {
      throw new IllegalArgumentException(
          "outputs must be " + TensorNames.HEADS + ", found " + outputs);
    }
    return new BundleManifest(
        json.text("name"),
        json.object("targets", ManifestReader::targets),
        json.object("pixels", ManifestReader::pixels),
        json.optional("knee_finder", key -> json.object(key, ManifestReader::kneeFinder)),
        json.object("clinical", ManifestReader::clinical),
        json.object("calibration", ManifestReader::calibration),
        json.objects("operating_points", ManifestReader::operatingPoint),
        json.object("cohort", ManifestReader::cohort),
        json.objects("figures", ManifestReader::figure),
        json.text("intended_use"),
        json.object("training", ManifestReader::training),
        json.has("recalibrations")
            ? json.objects("recalibrations", ManifestReader::recalibration)
            : List.of(),
        json.objectIfThere(InDistributionJson.KEY, InDistributionJson::read),
        json.objectIfThere(QuantisationJson.KEY, QuantisationJson::read),
        json.objectIfThere(ReadingZonesJson.KEY, ReadingZonesJson::read),
        json.objectIfThere(ExplanationCheckJson.KEY, ExplanationCheckJson::read));
  }

  /** Stands only in a recalibrated bundle, which an older program refuses. */
  private static Recalibration recalibration(StrictJson json) {
    return new Recalibration(
        json.text("from"),
        json.text("method"),
        json.text("cohort_hash"),
        json.count("films"),
        json.count("patients"),
        json.date("date"),
        json.object("calibration_before", ManifestReader::calibration),
        json.object("operating_point_before", ManifestReader::operatingPoint));
  }

  private static HeadTargets targets(StrictJson json) {
    return new HeadTargets(
        json.object("screening", ManifestReader::binaryTarget),
        json.optional("severity", key -> json.object(key, ManifestReader::binaryTarget)),
        json.optional("t_score", key -> json.object(key, ManifestReader::continuousTarget)));
  }

  private static BinaryTarget binaryTarget(StrictJson json) {
    return new BinaryTarget(
        json.text("name"), json.text("meaning"), json.text("positive"), json.text("negative"));
  }

  private static ContinuousTarget continuousTarget(StrictJson json) {
    return new ContinuousTarget(
        json.text("name"),
        json.text("meaning"),
        json.text("unit"),
        json.text("reference_standard"));
  }

  private static PixelSpecification pixels(StrictJson json) {
    return new PixelSpecification(
        json.count("input_size"),
        json.number("crop_widths"),
        json.number("centre_shift"),
        json.number("low_percentile"),
        json.number("high_percentile"));
  }

  private static KneeFinderSpecification kneeFinder(StrictJson json) {
    return new KneeFinderSpecification(
        json.count("input_size"),
        json.number("candidate_confidence"),
        json.number("confidence_threshold"),
        json.count("maximum_knees"),
        json.number("merge_distance"),
        json.number("close_up_widths"));
  }

  private static ClinicalInput clinical(StrictJson json) {
    ClinicalHeads heads = json.option("heads", ClinicalHeads.values(), ClinicalHeads::code);
    return new ClinicalInput(
        new ClinicalEncoding(json.objects("variables", ManifestReader::column)), heads);
  }

  private static ClinicalEncoding.Column column(StrictJson json) {
    return new ClinicalEncoding.Column(
        json.option("name", ClinicalVariable.values(), ClinicalVariable::column),
        json.number("mean"),
        json.number("standard_deviation"));
  }

  private static Calibration calibration(StrictJson json) {
    return new Calibration(
        json.object("screening", ManifestReader::calibrationMap),
        json.object("severity", ManifestReader::calibrationMap),
        json.object("t_score", ManifestReader::interval));
  }

  /** Slope and intercept, as ever; or {@code isotonic}, which an older program refuses. */
  private static CalibrationMap calibrationMap(StrictJson json) {
    return json.has("isotonic")
        ? json.object("isotonic", ManifestReader::isotonic)
        : new LogitScaling(json.number("slope"), json.number("intercept"));
  }

  private static CalibrationMap isotonic(StrictJson json) {
    return new IsotonicMap(json.numbers("logits"), json.numbers("probabilities"));
  }

  private static ConformalInterval interval(StrictJson json) {
    Optional<Double> halfWidth = json.optional("half_width", json::number);
    return new ConformalInterval(
        json.number("coverage"), halfWidth.orElse(Double.POSITIVE_INFINITY), json.count("n"));
  }

  private static OperatingPoint operatingPoint(StrictJson json) {
    return new OperatingPoint(
        json.number("threshold"),
        json.number("floor"),
        json.option("rule", ThresholdRule.values(), ThresholdRule::code),
        json.has("rule_alpha") ? json.number("rule_alpha") : ThresholdRule.USUAL_ALPHA,
        json.count("positives"),
        json.count("negatives"),
        json.object("sensitivity", ManifestReader::proportion),
        json.object("specificity", ManifestReader::proportion),
        json.text("cohort_hash"),
        json.date("chosen_on"));
  }

  private static Proportion proportion(StrictJson json) {
    return new Proportion(json.count("successes"), json.count("trials"));
  }

  private static TrainingCohort cohort(StrictJson json) {
    return new TrainingCohort(
        json.text("name"), json.count("films"), json.count("patients"), json.text("terms"));
  }

  private static QuotedFigure figure(StrictJson json) {
    return new QuotedFigure(
        json.text("name"),
        json.number("value"),
        json.number("low"),
        json.number("high"),
        json.count("n"),
        json.text("method"));
  }

  private static TrainingProvenance training(StrictJson json) {
    return new TrainingProvenance(
        json.text("cohort_hash"),
        json.text("split_hash"),
        json.whole("seed"),
        json.text("configuration"),
        json.text("source_commit"),
        json.textsByName("libraries"),
        json.date("date"),
        json.text("command"),
        json.textIfThere("accepted_leaks"),
        json.objectIfThere(
            "parent", parent -> new ParentBundle(parent.text("name"), parent.text("sha256"))));
  }
}
