package org.strnet.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.study.Gain;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;

/** What the figures do not show, said from the figures themselves. */
final class LimitsSection {

  private static final int FEW = 50;
  private static final int FEW_NUMBERS = 30;

  private LimitsSection() {}

  static Element of(StudyContent study) {
    Element list = Element.of("ul");
    sentences(study).forEach(sentence -> list.add(Element.of("li", sentence)));
    return Element.of("section").with("id", "limits").add(Element.of("h2", "Limits")).add(list);
  }

  private static List<String> sentences(StudyContent study) {
    List<String> limits = new ArrayList<>();
    learnt(study).ifPresent(limits::add);
    if (study.hasScreening()) {
      few(study).ifPresent(limits::add);
    }
    if (study.films().screening().patientsRepeat()) {
      limits.add(
          "Some patients have several films. Intervals by bootstrap or clustered variance count"
              + " patients; Wilson's and DeLong's take films as independent and are too narrow.");
    }
    study
        .tScore()
        .ifPresent(
            target ->
                limits.add(
                    "Reference standard of the %s: %s. Agreement with it is not agreement with"
                            .formatted(target.meaning(), target.referenceStandard())
                        + " another standard."));
    int numbers = study.films().tScore().size();
    if (study.tScore().isPresent() && numbers < FEW_NUMBERS) {
      limits.add(
          "Only %s films have a reference %s: no headline is taken from fewer than %d."
              .formatted(Digits.count(numbers), study.tScore().get().meaning(), FEW_NUMBERS));
    }
    study.results().gains().forEach(gain -> noGain(gain).ifPresent(limits::add));
    limits.add(
        "Not flagged is not the absence of disease: the program prompts a densitometry and cannot"
            + " rule out "
            + study.finding()
            + ".");
    limits.add("The figures hold for films and patients like these, on this reference standard.");
    return limits;
  }

  static Optional<String> learnt(StudyContent study) {
    return study
        .description()
        .bundle()
        .filter(bundle -> bundle.trainedOnThisCohort())
        .map(
            bundle ->
                "The bundle has learnt from this very cohort file: these figures are of films it"
                    + " has seen and say nothing of new patients. Use cross-validation instead.");
  }

  private static Optional<String> few(StudyContent study) {
    BinaryScores films = study.films().screening().scores();
    int least = Math.min(films.positives(), films.negatives());
    return least >= FEW
        ? Optional.empty()
        : Optional.of(
            "%s scored films with %s and %s without: figures that rest on the smaller class are"
                    .formatted(
                        Digits.count(films.positives()),
                        study.finding(),
                        Digits.count(films.negatives()))
                + " uncertain, as their intervals show.");
  }

  private static Optional<String> noGain(Gain gain) {
    return gain.figures().stream()
        .filter(figure -> figure.metric().equals("screening.auroc"))
        .map(Compared::difference)
        .flatMap(difference -> difference.estimate().interval().stream())
        .filter(interval -> interval.low() <= 0)
        .map(interval -> "Against %s, %s".formatted(gain.name(), words(interval)))
        .findFirst();
  }

  private static String words(Interval interval) {
    return interval.high() < 0
        ? "the program is worse: the whole interval of the difference in AUROC is below 0."
        : "no gain is shown: the interval of the difference in AUROC includes 0.";
  }
}
