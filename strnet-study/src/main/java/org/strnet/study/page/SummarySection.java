package org.strnet.study.page;

import java.util.ArrayList;
import java.util.List;
import org.strnet.evaluation.agreement.Headline;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.report.Wording;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.markup.Table;

/** What was done, in one sentence, and the few figures a reader looks for first. */
final class SummarySection {

  private static final List<String> HEADLINES =
      List.of(
          "screening.auroc",
          "screening.sensitivity",
          "screening.specificity",
          "screening.threshold",
          "severity.auroc",
          "tscore.pearson",
          "tscore.mae");

  private SummarySection() {}

  static Element of(StudyContent study, Captions captions) {
    Element header =
        Element.of("header")
            .add(Element.of("p", Wording.RESEARCH_USE).with("class", "banner"))
            .add(Element.of("h1", study.description().title()))
            .add(Element.of("p", study.description().mode().words()).with("class", "mode"));
    LimitsSection.learnt(study)
        .ifPresent(sentence -> header.add(Element.of("p", sentence).with("class", "warning")));
    return header.add(
        captions.table(
            headlines(study.results().metrics()),
            "Summary",
            "All figures stand in the main results."));
  }

  private static Table headlines(Metrics metrics) {
    Table table = new Table("Figure", "Value (95 % interval)", "n");
    for (String name : HEADLINES) {
      if (metrics.names().contains(name)) {
        Estimate estimate = metrics.get(name);
        MetricText text = MetricText.onPage(name, estimate);
        table.row(
            Element.of(
                "span", MetricNames.ofHead(MetricNames.head(name)) + ": " + MetricNames.of(name)),
            List.of(Table.cell(value(name, estimate, text)), Table.cell(List.of(text.n()))));
      }
    }
    return table;
  }

  /** No headline of the third head on too few films; the main results have the figure. */
  private static List<Element> value(String name, Estimate estimate, MetricText text) {
    boolean refused =
        name.startsWith("tscore.")
            && estimate.isEstimable()
            && new Headline(estimate).refusal().isPresent();
    return refused
        ? new ArrayList<>(
            List.of(Element.of("span", new Headline(estimate).refusal().orElseThrow())))
        : text.valueAndInterval();
  }
}
