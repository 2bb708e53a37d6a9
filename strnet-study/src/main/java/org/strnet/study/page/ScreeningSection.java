package org.strnet.study.page;

import java.util.List;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.calibration.ReliabilityCurve;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.netbenefit.DecisionCurve;
import org.strnet.evaluation.netbenefit.ThresholdRange;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.evaluation.study.StudyDescription.Resampling;
import org.strnet.study.figure.DecisionFigure;
import org.strnet.study.figure.PrecisionRecallFigure;
import org.strnet.study.figure.ReliabilityFigure;
import org.strnet.study.figure.RocFigure;
import org.strnet.study.figure.ScoreFigure;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.FigureText;

/** How well films with and without the finding are told apart, and what the decisions are worth. */
final class ScreeningSection {

  private static final String HEAD = "screening";
  private static final int RELIABILITY_BINS = 10;

  private ScreeningSection() {}

  static Element of(StudyContent study, Captions captions) {
    BinaryFilms films = study.films().screening();
    BinaryScores scores = films.scores();
    Metrics metrics = study.results().metrics();
    String n = "n = " + Digits.count(films.size());
    return Element.of("section")
        .with("id", "screening")
        .add(Element.of("h2", "Screening for " + study.finding()))
        .add(
            Element.of("div")
                .with("class", "pair")
                .add(roc(scores, metrics, n, captions), precision(scores, metrics, n, captions)))
        .add(
            Element.of("div")
                .with("class", "pair")
                .add(histogram(study, scores, captions), calibration(scores, n, captions)))
        .add(Element.of("div").with("class", "pair").add(decisions(study, films, n, captions)));
  }

  private static Element roc(BinaryScores scores, Metrics metrics, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-roc",
            "ROC curve of screening",
            "Sensitivity against one minus specificity over all thresholds, with the point at which"
                + " decisions were made.");
    return captions.figure(
        RocFigure.of(text, scores, metrics, HEAD),
        "ROC curve",
        "Diamond and cross: sensitivity and specificity of the decisions as they were made, with"
            + " 95 % intervals; nothing was tuned on these films. "
            + n
            + ".");
  }

  private static Element precision(
      BinaryScores scores, Metrics metrics, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-precision-recall",
            "Precision-recall curve of screening",
            "Precision against recall over all thresholds, beside the share of films with the"
                + " finding.");
    return captions.figure(
        PrecisionRecallFigure.of(text, scores, metrics, HEAD),
        "Precision and recall",
        "To be read against the dashed base rate, not against 0.5. " + n + ".");
  }

  private static Element histogram(StudyContent study, BinaryScores scores, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-scores",
            "Probabilities by reference class",
            "Histograms of the probability of the finding, for films with and without it.");
    List<Double> thresholds =
        study.description().operatingPoints().stream()
            .map(used -> used.point().threshold())
            .toList();
    String lines =
        thresholds.isEmpty()
            ? "No decisions were made."
            : "Dashed: the threshold at or above which a film is referred%s."
                .formatted(thresholds.size() > 1 ? ", one for each fold" : "");
    return captions.figure(
        ScoreFigure.of(text, scores, thresholds), "Probabilities by reference class", lines);
  }

  private static Element calibration(BinaryScores scores, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-calibration",
            "Calibration of screening",
            "Observed share of films with the finding against the predicted probability.");
    PredictedProbabilities films = PredictedProbabilities.of(scores);
    return captions.figure(
        ReliabilityFigure.of(text, films, ReliabilityCurve.of(films, RELIABILITY_BINS)),
        "Calibration",
        "Points: up to %d bins of equally many films with Wilson intervals; line: isotonic"
                .formatted(RELIABILITY_BINS)
            + " regression, which needs no bins; below: films by probability. "
            + n
            + ".");
  }

  private static Element decisions(
      StudyContent study, BinaryFilms films, String n, Captions captions) {
    FigureText text =
        new FigureText(
            "figure-decision",
            "Decision curve of screening",
            "Net benefit over threshold probabilities of referring by the probability, of referring"
                + " everybody and of referring nobody.");
    Resampling resampling = study.description().resampling();
    return captions.figure(
        DecisionFigure.of(text, curve(study, films), films.size()),
        "Decision curve",
        "Net benefit per film at the rate at which a reader exchanges needless referrals for missed"
            + " findings. Band: 95 %% by bootstrap over patients, B = %s, seed %s. %s."
                .formatted(
                    Digits.count(resampling.repetitions()), Digits.count(resampling.seed()), n));
  }

  private static DecisionCurve curve(StudyContent study, BinaryFilms films) {
    List<Double> thresholds = study.results().decisionThresholds();
    if (thresholds.isEmpty() || films.size() == 0) {
      return new DecisionCurve(List.of());
    }
    Resampling resampling = study.description().resampling();
    return DecisionCurve.of(
        PredictedProbabilities.of(films.scores()),
        films.patients(),
        new ThresholdRange(
            thresholds.get(0), thresholds.get(thresholds.size() - 1), thresholds.size()),
        new PatientBootstrap(resampling.repetitions(), resampling.seed()));
  }
}
