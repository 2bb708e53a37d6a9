package org.strnet.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.prediction.Outcome;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.study.figure.FlowFigure;
import org.strnet.study.figure.FlowFigure.Box;
import org.strnet.study.figure.FlowFigure.Step;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.FigureText;

/** The flow of films, with the reasons why some were left out. */
final class FlowSection {

  /** What {@code CohortScreening} says of a film that the cohort marks. */
  private static final String MARKED = "marked_not_usable";

  private final StudyContent study;

  private FlowSection(StudyContent study) {
    this.study = study;
  }

  static Element of(StudyContent study, Captions captions) {
    FlowSection section = new FlowSection(study);
    FigureText text =
        new FigureText(
            "figure-flow",
            "Flow of films",
            "How many films were received, usable, assessable, and scored with a known reference"
                + " for each head.");
    return Element.of("section")
        .with("id", "flow")
        .add(Element.of("h2", "Flow of films"))
        .add(
            captions
                .figure(
                    FlowFigure.of(text, section.steps(), section.heads()),
                    "Flow of films",
                    "After STARD 2015: received, usable, assessable, scored with a known reference.")
                .with("class", "wide"));
  }

  private List<Step> steps() {
    List<Prediction> all = study.results().predictions();
    long marked = count(p -> p.reason().equals(MARKED));
    List<Box> unusable =
        marked == 0 ? List.of() : List.of(new Box("Marked as not usable" + n(marked), List.of()));
    List<Box> left = new ArrayList<>();
    leaving(left, "Not assessable", Outcome.NOT_ASSESSABLE);
    leaving(left, "Failed", Outcome.FAILED);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            new Box(
                "Films received" + n(all.size()),
                List.of(Digits.count(study.description().cohort().patients()) + " patients")),
            unusable));
    steps.add(new Step(new Box("Films usable" + n(all.size() - marked), List.of()), left));
    long assessed = count(p -> p.outcome() == Outcome.ASSESSED);
    steps.add(new Step(new Box("Films assessed" + n(assessed), List.of()), List.of()));
    return steps;
  }

  private void leaving(List<Box> boxes, String title, Outcome outcome) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Prediction prediction : study.results().predictions()) {
      if (prediction.outcome() == outcome && !prediction.reason().equals(MARKED)) {
        String reason = outcome == Outcome.FAILED ? "fault of the program" : prediction.reason();
        reasons.merge(reason, 1, Integer::sum);
      }
    }
    int films = reasons.values().stream().mapToInt(Integer::intValue).sum();
    if (films > 0 || outcome == Outcome.NOT_ASSESSABLE) {
      List<String> lines =
          reasons.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .map(e -> StudyContent.words(e.getKey()) + ": " + Digits.count(e.getValue()))
              .toList();
      boxes.add(new Box(title + n(films), lines));
    }
  }

  private List<Box> heads() {
    List<Box> heads = new ArrayList<>();
    if (study.hasScreening()) {
      BinaryScores films = study.films().screening().scores();
      heads.add(binary("Screening", films, study.finding(), study.noFinding()));
    }
    if (study.hasSeverity()) {
      BinaryScores films = study.films().severity().scores();
      heads.add(binary("Severity", films, study.classes().get(2), study.classes().get(1)));
    }
    study
        .tScore()
        .ifPresent(
            target ->
                heads.add(
                    new Box(
                        target.meaning() + n(study.films().tScore().size()),
                        List.of("scored, with a known reference"))));
    return heads;
  }

  private static Box binary(String name, BinaryScores films, String positive, String negative) {
    return new Box(
        name + n(films.size()),
        List.of(
            "scored, with a known reference",
            positive + ": " + Digits.count(films.positives()),
            negative + ": " + Digits.count(films.negatives())));
  }

  private long count(Predicate<Prediction> which) {
    return study.results().predictions().stream().filter(which).count();
  }

  private static String n(long films) {
    return " (n = " + Digits.count(films) + ")";
  }
}
