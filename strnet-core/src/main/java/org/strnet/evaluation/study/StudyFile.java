package org.strnet.evaluation.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.strnet.decision.OperatingPoint;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupResults;

/**
 * {@code study.json}: what was done, and the tables that {@code metrics.json} has no place for:
 * subgroups, adjusted areas, gains. Figures are written as there. {@code comparison.json} holds a
 * list of compared figures.
 */
public final class StudyFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String USE =
      "Research use only. Not flagged does not rule out bone loss.";

  private StudyFile() {}

  /**
   * Writes a study.
   *
   * @param force whether a file there is replaced
   */
  public static void write(Path file, StudyResults study, boolean force) {
    ObjectNode json = JSON.createObjectNode();
    description(json, study.description());
    ArrayNode columns = json.putObject("subgroups").put("note", study.subgroups().note())
        .putArray("columns");
    study.subgroups().columns().forEach(column -> subgroup(columns.addObject(), column));
    ArrayNode adjusted = json.putArray("adjusted_auroc");
    study.adjusted().forEach(one -> adjusted(adjusted.addObject(), one));
    ArrayNode gains = json.putArray("gains");
    for (Gain gain : study.gains()) {
      ObjectNode node = gains.addObject().put("over", gain.name()).put("how", gain.how());
      compared(node.putArray("figures"), gain.figures(), "study", "other");
    }
    ArrayNode thresholds = json.putArray("decision_curve_thresholds");
    study.decisionThresholds().forEach(thresholds::add);
    json.put("use", USE);
    write(file, json, force);
  }

  /**
   * Writes a comparison.
   *
   * @param first name of the first predictions
   * @param second name of the second predictions
   * @param note on the number of comparisons
   * @param force whether a file there is replaced
   */
  public static void writeComparison(
      Path file, String first, String second, List<Compared> figures, String note, boolean force) {
    ObjectNode json = JSON.createObjectNode();
    json.put("first", first).put("second", second).put("note", note);
    compared(json.putArray("figures"), figures, "first", "second");
    json.put("use", USE);
    write(file, json, force);
  }

  private static void write(Path file, ObjectNode json, boolean force) {
    try {
      ResultFile.write(file, JSON.writeValueAsString(json) + "\n", force);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a study is plain numbers and texts", e);
    }
  }

  private static void description(ObjectNode json, StudyDescription study) {
    json.put("title", study.title());
    json.put("mode", study.mode().code()).put("mode_words", study.mode().words());
    study
        .bundle()
        .ifPresent(
            bundle ->
                json.putObject("bundle")
                    .put("name", bundle.name())
                    .put("sha256", bundle.sha256())
                    .put("trained_on_this_cohort", bundle.trainedOnThisCohort()));
    StudyDescription.CohortIdentity cohort = study.cohort();
    ObjectNode films = json.putObject("cohort");
    films.put("file", cohort.file()).put("sha256", cohort.sha256());
    films.put("films", cohort.films()).put("patients", cohort.patients());
    films.put("selection", cohort.selection().orElse("all rows"));
    json.put("regions", study.regions().name().toLowerCase(Locale.ROOT));
    ArrayNode points = json.putArray("operating_points");
    study.operatingPoints().forEach(used -> point(points.addObject(), used));
    ObjectNode heads = json.putObject("heads");
    study.heads().screening().ifPresent(t -> heads.put("screening", t.meaning()));
    study.heads().severity().ifPresent(t -> heads.put("severity", t.meaning()));
    study
        .heads()
        .tScore()
        .ifPresent(
            t ->
                heads
                    .putObject("tscore")
                    .put("meaning", t.meaning())
                    .put("unit", t.unit())
                    .put("reference_standard", t.referenceStandard()));
    json.putObject("bootstrap")
        .put("most_repetitions", study.resampling().repetitions())
        .put("seed", study.resampling().seed());
    json.putObject("run")
        .put("program", study.run().program())
        .put("command", study.run().command())
        .put("date", study.run().date().toString());
  }

  private static void point(ObjectNode json, StudyDescription.UsedOperatingPoint used) {
    OperatingPoint point = used.point();
    json.put("films", used.films());
    json.put("threshold", point.threshold()).put("floor", point.floor());
    json.put("rule", point.rule().code());
    json.put("chosen_on", point.chosenOn().toString());
    json.put("cohort_hash", point.cohortHash());
  }

  private static void subgroup(ObjectNode json, SubgroupResults.Column column) {
    json.put("column", column.name()).put("how", column.how());
    ArrayNode groups = json.putArray("groups");
    for (SubgroupResults.Group group : column.groups()) {
      ObjectNode node = groups.addObject();
      node.put("name", group.name()).put("films", group.films());
      node.put("positives", group.positives()).put("negatives", group.negatives());
      ObjectNode cells = node.putObject("figures");
      for (SubgroupResults.Cell cell : group.cells()) {
        ObjectNode figure = MetricsFile.node(cell.estimate());
        figure.set("to_rest", difference(cell.toRest()));
        cells.set(cell.metric(), figure);
      }
    }
  }

  private static void adjusted(ObjectNode json, AdjustedResults adjusted) {
    json.put("column", adjusted.column()).put("how", adjusted.how());
    json.set("crude", MetricsFile.node(adjusted.crude()));
    json.set("adjusted", MetricsFile.node(adjusted.adjusted()));
    ArrayNode strata = json.putArray("strata");
    for (AdjustedResults.Stratum stratum : adjusted.strata()) {
      ObjectNode node = strata.addObject().put("name", stratum.name());
      node.put("positives", stratum.positives()).put("negatives", stratum.negatives());
      node.set("auroc", MetricsFile.node(stratum.auroc()));
    }
  }

  private static void compared(
      ArrayNode json, List<Compared> figures, String first, String second) {
    for (Compared figure : figures) {
      ObjectNode node = json.addObject().put("metric", figure.metric());
      node.set(first, MetricsFile.node(figure.first()));
      node.set(second, MetricsFile.node(figure.second()));
      node.set("difference", difference(figure.difference()));
    }
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode node = MetricsFile.node(difference.estimate());
    put(node, "p", difference.p());
    put(node, "p_holm", difference.adjustedP());
    return node;
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }
}
