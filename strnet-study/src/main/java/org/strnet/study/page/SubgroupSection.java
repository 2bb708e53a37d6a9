package org.strnet.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.subgroup.SubgroupResults;
import org.strnet.study.figure.ForestFigure;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.markup.Table;
import org.strnet.study.plot.FigureText;

/** The same figures within groups of films, beside all other films. */
final class SubgroupSection {

  private static final String AUROC = "screening.auroc";

  private SubgroupSection() {}

  static Element of(StudyContent study, Captions captions) {
    SubgroupResults subgroups = study.results().subgroups();
    Element section =
        Element.of("section")
            .with("id", "subgroups")
            .add(Element.of("h2", "Subgroups"))
            .add(Element.of("p", subgroups.note()));
    section.add(
        captions
            .figure(forest(study), "AUROC by subgroup", "Dashed: all films.")
            .with("class", "wide"));
    Table table = table(subgroups);
    if (!table.isEmpty()) {
      section.add(
          captions.table(
              table,
              "Figures by subgroup",
              "Difference: the group minus all other films. p after Holm's adjustment over all"
                  + " comparisons where one was made."));
    }
    return section;
  }

  private static Element forest(StudyContent study) {
    FigureText text =
        new FigureText(
            "figure-subgroups",
            "AUROC by subgroup",
            "Area under the ROC curve with its interval in each subgroup, and over all films.");
    List<ForestFigure.Row> rows = new ArrayList<>();
    for (SubgroupResults.Column column : study.results().subgroups().columns()) {
      rows.add(ForestFigure.Row.heading(heading(column)));
      column.groups().forEach(group -> rows.addAll(row(group).toList()));
    }
    OptionalDouble all = OptionalDouble.empty();
    if (!rows.isEmpty() && study.results().metrics().names().contains(AUROC)) {
      Estimate overall = study.results().metrics().get(AUROC);
      all = overall.value();
      rows.add(ForestFigure.Row.heading("All films"));
      rows.add(ForestFigure.Row.metric("all", "", AUROC, overall));
    }
    return ForestFigure.of(
        text, rows, new ForestFigure.Columns("with / without", "AUROC (95 % interval)"), all);
  }

  private static Stream<ForestFigure.Row> row(SubgroupResults.Group group) {
    return group.cells().stream()
        .filter(cell -> cell.metric().equals(AUROC))
        .map(cell -> ForestFigure.Row.group(group.name(), labels(group), cell.estimate()));
  }

  private static String labels(SubgroupResults.Group group) {
    return Digits.count(group.positives()) + " / " + Digits.count(group.negatives());
  }

  private static String heading(SubgroupResults.Column column) {
    return "%s (%s)".formatted(StudyContent.words(column.name()), column.how());
  }

  private static Table table(SubgroupResults subgroups) {
    Table table =
        new Table(
            "Group and figure",
            "Films",
            "With / without",
            "Value (95 % interval)",
            "n",
            "Difference to the rest (95 % interval)",
            "p");
    for (SubgroupResults.Column column : subgroups.columns()) {
      table.group(heading(column));
      for (SubgroupResults.Group group : column.groups()) {
        for (SubgroupResults.Cell cell : group.cells()) {
          table.row(
              group.name() + ": " + MetricNames.of(cell.metric()),
              Digits.count(group.films()),
              labels(group),
              MetricText.plain(cell.estimate()),
              Digits.count(cell.estimate().n()),
              MetricText.plain(cell.toRest().estimate()),
              p(cell.toRest()));
        }
      }
    }
    return table;
  }

  /** The p-value that may be read: the adjusted one where there is one. */
  static String p(Difference difference) {
    OptionalDouble p = difference.adjustedP().isPresent() ? difference.adjustedP() : difference.p();
    return p.isPresent() ? Digits.p(p.getAsDouble()) : "\u2013";
  }
}
