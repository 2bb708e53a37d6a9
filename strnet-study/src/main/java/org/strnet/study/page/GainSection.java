package org.strnet.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.study.Gain;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.study.figure.ForestFigure;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.markup.Table;
import org.strnet.study.plot.FigureText;

/** What else could explain the result, and what the predictions add over what costs nothing. */
final class GainSection {

  private static final String AUROC = "screening.auroc";

  private GainSection() {}

  static Element of(StudyContent study, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-adjusted",
            "Crude and adjusted AUROC",
            "Area under the ROC curve over all films, adjusted for groups that may explain it, and"
                + " within each group.");
    Element section =
        Element.of("section")
            .with("id", "confounding")
            .add(Element.of("h2", "What else may explain the result"))
            .add(
                captions
                    .figure(
                        ForestFigure.of(
                            text,
                            rows(study),
                            new ForestFigure.Columns("with / without", "AUROC (95 % interval)"),
                            OptionalDouble.of(0.5)),
                        "Crude and adjusted AUROC",
                        "An adjusted area compares only films of one group (Janes and Pepe 2009)."
                            + " Dashed: 0.5, no skill.")
                    .with("class", "wide"));
    return section.add(gains(study, captions));
  }

  private static List<ForestFigure.Row> rows(StudyContent study) {
    List<ForestFigure.Row> rows = new ArrayList<>();
    if (study.results().metrics().names().contains(AUROC)
        && !study.results().adjusted().isEmpty()) {
      Estimate all = study.results().metrics().get(AUROC);
      rows.add(ForestFigure.Row.metric("crude, all films", "", AUROC, all));
    }
    for (AdjustedResults adjusted : study.results().adjusted()) {
      String column = StudyContent.words(adjusted.column());
      rows.add(ForestFigure.Row.heading("%s (%s)".formatted(column, adjusted.how())));
      rows.add(ForestFigure.Row.group("adjusted for " + column, "", adjusted.adjusted()));
      for (AdjustedResults.Stratum stratum : adjusted.strata()) {
        rows.add(
            ForestFigure.Row.group(
                "within " + stratum.name(),
                Digits.count(stratum.positives()) + " / " + Digits.count(stratum.negatives()),
                stratum.auroc()));
      }
    }
    return rows;
  }

  private static Element gains(StudyContent study, Captions captions) {
    Element part = Element.of("div").add(Element.of("h3", "Gain over what costs nothing"));
    if (study.results().gains().isEmpty()) {
      return part.add(Element.of("p", "No comparison was asked for."));
    }
    Table table =
        new Table("Figure", "STR-Net", "Comparison", "Difference (95 % interval)", "n", "p");
    for (Gain gain : study.results().gains()) {
      table.group("Against %s: %s".formatted(gain.name(), gain.how()));
      for (Compared figure : gain.figures()) {
        Estimate difference = figure.difference().estimate();
        table.row(
            MetricNames.ofHead(MetricNames.head(figure.metric()))
                + ": "
                + MetricNames.of(figure.metric()),
            MetricText.plain(figure.first()),
            MetricText.plain(figure.second()),
            MetricText.plain(difference),
            Digits.count(difference.n()),
            SubgroupSection.p(figure.difference()));
      }
    }
    return part.add(
        captions.table(
            table,
            "Gain over what costs nothing",
            "On the films that both assess. Of errors (MAE, RMSE, Brier) less is better."));
  }
}
