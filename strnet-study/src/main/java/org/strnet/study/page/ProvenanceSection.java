package org.strnet.study.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.study.GateUsage;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyDescription.UsedOperatingPoint;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.Table;

/** Where every number comes from: bundle, cohort, operating points, experts, program. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Element of(StudyContent study, Captions captions) {
    StudyDescription description = study.description();
    Element section =
        Element.of("section").with("id", "provenance").add(Element.of("h2", "Provenance"));
    section.add(captions.table(facts(description), "Where the figures come from", ""));
    if (!description.operatingPoints().isEmpty()) {
      section.add(
          captions.table(
              operatingPoints(description.operatingPoints()),
              "Operating points",
              "Sensitivity and specificity are those on the films each was chosen on (95 %"
                  + " intervals)."));
    }
    study
        .results()
        .gates()
        .ifPresent(
            gates ->
                section.add(
                    captions.table(
                        experts(gates),
                        "Use of the shared experts by task",
                        "Mean gate weight. n = %s.".formatted(Digits.count(gates.films())))));
    return section;
  }

  private static Table facts(StudyDescription description) {
    Table table = new Table("What", "Value");
    description
        .bundle()
        .ifPresent(
            bundle -> {
              table.row("bundle", bundle.name());
              table.row("bundle, SHA-256", bundle.sha256());
            });
    table.row("cohort file", description.cohort().file());
    table.row("cohort file, SHA-256", description.cohort().sha256());
    table.row("rows selected", description.cohort().selection().orElse("all"));
    table.row(
        "films, patients",
        "%s, %s"
            .formatted(
                Digits.count(description.cohort().films()),
                Digits.count(description.cohort().patients())));
    table.row("knee assessed", description.regions().name().toLowerCase(Locale.ROOT));
    table.row(
        "bootstrap",
        "over patients, B = %s, seed %s"
            .formatted(
                Digits.count(description.resampling().repetitions()),
                Digits.count(description.resampling().seed())));
    table.row("program", description.run().program());
    table.row("command", description.run().command());
    return table.row("date", description.run().date().toString());
  }

  private static Table operatingPoints(List<UsedOperatingPoint> points) {
    Table table =
        new Table(
            "Used on",
            "Threshold",
            "Rule",
            "Floor",
            "Chosen on",
            "Sensitivity there",
            "Specificity there");
    for (UsedOperatingPoint used : points) {
      OperatingPoint point = used.point();
      table.row(
          used.films(),
          Digits.figure(point.threshold()),
          point.rule().code(),
          Digits.decimals(point.floor(), 2),
          "%s with, %s without; %s"
              .formatted(
                  Digits.count(point.positives()),
                  Digits.count(point.negatives()),
                  point.chosenOn()),
          proportion(point.sensitivity()),
          proportion(point.specificity()));
    }
    return table;
  }

  private static String proportion(Proportion proportion) {
    return "%s (%s to %s)"
        .formatted(
            Digits.figure(proportion.value()),
            Digits.figure(proportion.low()),
            Digits.figure(proportion.high()));
  }

  private static Table experts(GateUsage gates) {
    int most = gates.weights().values().stream().mapToInt(List::size).max().orElse(0);
    String[] head =
        IntStream.rangeClosed(0, most)
            .mapToObj(i -> i == 0 ? "Task" : "Expert " + i)
            .toArray(String[]::new);
    Table table = new Table(head);
    for (Map.Entry<String, List<Double>> task : gates.weights().entrySet()) {
      table.row(
          MetricNames.ofHead(task.getKey()),
          task.getValue().stream().map(Digits::figure).toArray(String[]::new));
    }
    return table;
  }
}
