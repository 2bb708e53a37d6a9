package org.strnet.study.page;

import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.ClassFilms;
import org.strnet.evaluation.multiclass.ClassPairs;
import org.strnet.study.figure.ConfusionFigure;
import org.strnet.study.figure.RocFigure;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.FigureText;

/** How severe the finding is, and the three classes that both logits give together. */
final class SeveritySection {

  private SeveritySection() {}

  static Element of(StudyContent study, Captions captions) {
    BinaryFilms films = study.films().severity();
    FigureText roc =
        new FigureText(
            "figure-roc-severity",
            "ROC curve of severity",
            "Sensitivity against one minus specificity among films with the finding.");
    FigureText matrix =
        new FigureText(
            "figure-classes",
            "Three classes",
            "Counts of films by reference class and most probable class.");
    ClassFilms classes = study.films().classes();
    ClassPairs pairs = new ClassPairs(study.classes(), classes.said(), classes.truth());
    return Element.of("section")
        .with("id", "severity")
        .add(Element.of("h2", "Severity and the three classes"))
        .add(
            Element.of("div")
                .with("class", "pair")
                .add(
                    captions.figure(
                        RocFigure.of(roc, films.scores(), study.results().metrics(), "severity"),
                        "ROC curve of severity",
                        "%s against %s, among films with the finding. n = %s."
                            .formatted(
                                study.classes().get(2),
                                study.classes().get(1),
                                Digits.count(films.size()))),
                    captions.figure(
                        ConfusionFigure.of(matrix, study.classes(), pairs.table().counts()),
                        "Three classes",
                        "Films by reference class and most probable class; shares are of the"
                            + " reference class. n = %s."
                                .formatted(Digits.count(classes.size())))));
  }
}
