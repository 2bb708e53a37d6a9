package org.strnet.audit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.strnet.audit.AuditReport;
import org.strnet.audit.duplicate.DuplicatePair;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.report.Wording;

/**
 * {@code audit.json}: {@code cohort}, {@code findings} (each with {@code check}, {@code severity},
 * {@code title}, {@code why}, {@code action} and {@code evidence}), {@code duplicates} (pairs),
 * {@code figures} (each {@code {"value", "low", "high", "n", "method"}}, as in {@code
 * metrics.json}) and {@code limits}. Keys and codes are stable.
 */
public final class AuditJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AuditJson() {}

  /** The file's text. */
  public static String of(AuditReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("use", Wording.RESEARCH_USE);
    root.putObject("cohort")
        .put("file", String.valueOf(report.cohort().source().getFileName()))
        .put("sha256", report.cohort().sha256());
    ArrayNode findings = root.putArray("findings");
    report.findings().forEach(finding -> add(findings.addObject(), finding));
    ArrayNode duplicates = root.putArray("duplicates");
    report.duplicates().pairs().forEach(pair -> add(duplicates.addObject(), report, pair));
    ObjectNode figures = root.putObject("figures");
    report.figures().estimates().forEach((name, figure) -> add(figures.putObject(name), figure));
    AuditReport.LIMITS.forEach(root.putArray("limits")::add);
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an audit holds plain numbers and texts", e);
    }
  }

  private static void add(ObjectNode node, Finding finding) {
    node.put("check", finding.check().code());
    node.put("severity", finding.severity().code());
    node.put("title", finding.title());
    node.put("why", finding.why());
    node.put("action", finding.action());
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence instance : finding.evidence()) {
      ObjectNode one = evidence.addObject();
      instance.rows().forEach(one.putArray("rows")::add);
      instance.images().forEach(one.putArray("images")::add);
      one.put("detail", instance.detail());
    }
  }

  private static void add(ObjectNode node, AuditReport report, DuplicatePair pair) {
    ArrayNode rows = node.putArray("rows");
    ArrayNode images = node.putArray("images");
    for (int index : List.of(pair.first(), pair.second())) {
      CohortFilm film = report.films().get(index).film();
      rows.add(film.row());
      images.add(film.image());
    }
    node.put("sameness", pair.sameness().code());
    node.put("relation", pair.relation());
    node.put("correlation", pair.correlation());
  }

  private static void add(ObjectNode node, Estimate figure) {
    put(node, "value", figure.value());
    put(node, "low", figure.low());
    put(node, "high", figure.high());
    node.put("n", figure.n());
    node.put(figure.isEstimable() ? "method" : "reason", figure.method());
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }
}
