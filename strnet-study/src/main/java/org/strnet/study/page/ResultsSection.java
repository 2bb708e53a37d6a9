package org.strnet.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.markup.Table;

/** Every metric with interval and n, and how each was obtained as a note below the table. */
final class ResultsSection {

  private final List<String> notes = new ArrayList<>();

  private ResultsSection() {}

  static Element of(StudyContent study, Captions captions) {
    ResultsSection section = new ResultsSection();
    Table table = new Table("Measure", "Value", "95 % interval", "n", "Note");
    String head = "";
    for (Map.Entry<String, Estimate> metric : study.results().metrics().estimates().entrySet()) {
      String next = MetricNames.head(metric.getKey());
      if (!next.equals(head)) {
        head = next;
        table.group(MetricNames.ofHead(head));
      }
      section.row(table, metric.getKey(), metric.getValue());
    }
    return Element.of("section")
        .with("id", "results")
        .add(Element.of("h2", "Main results"))
        .add(
            captions.table(
                table,
                "All figures",
                "Each is the figure of the same name in metrics.json; n is what it rests on."))
        .add(section.noteList());
  }

  private void row(Table table, String name, Estimate estimate) {
    MetricText text = MetricText.onPage(name, estimate);
    table.row(
        Element.of("span", MetricNames.of(name)).with("title", name),
        List.of(
            Table.cell(text.value()).with("class", "number"),
            Table.cell(text.interval()).with("class", "number"),
            Table.cell(List.of(text.n())).with("class", "number"),
            Table.cell(note(estimate.method())).with("class", "note")));
  }

  private String note(String method) {
    if (!notes.contains(method)) {
      notes.add(method);
    }
    return Integer.toString(notes.indexOf(method) + 1);
  }

  private Element noteList() {
    Element list = Element.of("ol").with("class", "notes");
    notes.forEach(note -> list.add(Element.of("li", note)));
    return list;
  }
}
