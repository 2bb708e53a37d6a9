package org.strnet.dicom.node.web;

import java.util.Map;
import org.strnet.dicom.node.intake.IntakeCounters;
import org.strnet.dicom.node.intake.Refusal;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.QueueCounts;

/** Counts in the text format that Prometheus reads; never an identifier. */
public final class MetricsText {

  private MetricsText() {}

  /** The text. */
  public static String of(QueueCounts counts, IntakeCounters intake, int associations) {
    StringBuilder text = new StringBuilder();
    rows(text, "strnet_objects", "gauge", "state", counts.objects());
    rows(text, "strnet_outcomes", "gauge", "outcome", counts.outcomes());
    rows(text, "strnet_deliveries", "gauge", "destination_state", counts.deliveries());
    text.append("# TYPE strnet_conflicts gauge\n");
    row(text, "strnet_conflicts", "", counts.conflicts());
    text.append("# TYPE strnet_open_associations gauge\n");
    row(text, "strnet_open_associations", "", associations);
    text.append("# TYPE strnet_received_total counter\n");
    for (Admission admission : new Admission[] {Admission.NEW, Admission.KNOWN}) {
      String label = admission == Admission.NEW ? "new" : "known";
      row(
          text,
          "strnet_received_total",
          "{admission=\"" + label + "\"}",
          intake.admitted(admission));
    }
    text.append("# TYPE strnet_refused_total counter\n");
    for (Refusal refusal : Refusal.values()) {
      String label = "{reason=\"" + refusal.code() + "\"}";
      row(text, "strnet_refused_total", label, intake.refusedFor(refusal));
    }
    return text.toString();
  }

  private static void rows(
      StringBuilder text, String name, String type, String label, Map<String, Long> values) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    values.forEach((key, value) -> row(text, name, "{" + label + "=\"" + key + "\"}", value));
  }

  private static void row(StringBuilder text, String name, String labels, long value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }
}
