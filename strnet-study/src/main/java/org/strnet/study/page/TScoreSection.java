package org.strnet.study.page;

import org.strnet.evaluation.agreement.BoneStatusAgreement;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.network.ContinuousTarget;
import org.strnet.study.figure.AgreementFigure;
import org.strnet.study.figure.ConfusionFigure;
import org.strnet.study.figure.ScatterFigure;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.FigureText;

/** How well the estimated number agrees with its reference. */
final class TScoreSection {

  private TScoreSection() {}

  static Element of(StudyContent study, ContinuousTarget target, Captions captions) {
    NumberPairs pairs = study.films().tScore().pairs();
    String n = "n = " + Digits.count(pairs.size());
    Element figures =
        Element.of("div")
            .with("class", "pair")
            .add(scatter(study, target, pairs, n, captions), agreement(target, pairs, n, captions));
    Element section =
        Element.of("section")
            .with("id", "tscore")
            .add(Element.of("h2", "Estimated " + target.meaning()))
            .add(Element.of("p", "Reference standard: " + target.referenceStandard() + "."))
            .add(figures);
    if (study.areTScores()) {
      section.add(Element.of("div").with("class", "pair").add(classes(pairs, n, captions)));
    }
    return section;
  }

  private static Element scatter(
      StudyContent study, ContinuousTarget target, NumberPairs pairs, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-scatter",
            "Estimate against reference",
            "One point per film, with the line on which both are equal.");
    return captions.figure(
        ScatterFigure.of(
            text, pairs, "%s (%s)".formatted(target.meaning(), target.unit()), study.areTScores()),
        "Estimate against reference",
        n + ".");
  }

  private static Element agreement(
      ContinuousTarget target, NumberPairs pairs, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-agreement",
            "Bland-Altman plot",
            "Difference of estimate and reference against their mean, with bias and 95 % limits of"
                + " agreement.");
    return captions.figure(
        AgreementFigure.of(text, pairs, target.unit()),
        "Bland-Altman plot",
        "Bands: 95 % intervals of bias and limits. " + n + ".");
  }

  private static Element classes(NumberPairs pairs, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-who",
            "WHO classes",
            "Counts of films by the WHO class of the reference T-score and of the estimate.");
    var table = BoneStatusAgreement.of(pairs).table();
    return captions.figure(
        ConfusionFigure.of(text, table.classes(), table.counts()),
        "WHO classes of reference and estimate",
        "\u22121.0 is normal, \u22122.5 is osteoporosis. " + n + ".");
  }
}
