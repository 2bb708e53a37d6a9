package org.strnet.study.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Labels;
import org.strnet.decision.Decision;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.report.Picture;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;

/** The films that were decided most wrongly, missed ones first. */
final class ErrorsSection {

  private static final int MOST = 6;

  private final StudyContent study;
  private final FilmPictures pictures;

  private ErrorsSection(StudyContent study, FilmPictures pictures) {
    this.study = study;
    this.pictures = pictures;
  }

  static Element of(StudyContent study, FilmPictures pictures) {
    ErrorsSection section = new ErrorsSection(study, pictures);
    List<Integer> missed =
        section.films(
            label -> label == 1,
            Decision.NOT_FLAGGED,
            Comparator.comparingDouble(section::probability));
    List<Integer> needless =
        section.films(
            label -> label == 0,
            Decision.REFER,
            Comparator.comparingDouble(section::probability).reversed());
    return Element.of("section")
        .with("id", "errors")
        .add(Element.of("h2", "Largest errors"))
        .add(
            Element.of(
                "p",
                "A heat-map shows where the network looked; it is an explanation, not a finding."))
        .add(section.part("Not flagged although the reference is " + study.finding(), missed))
        .add(section.part("Referred although the reference is " + study.noFinding(), needless));
  }

  private List<Integer> films(
      Predicate<Integer> label, Decision decision, Comparator<Integer> worst) {
    return IntStream.range(0, study.films().size())
        .boxed()
        .filter(film -> label(film).boneLoss().isPresent())
        .filter(film -> label.test(label(film).boneLoss().getAsInt()))
        .filter(film -> heads(film).flatMap(HeadEstimates::decision).equals(Optional.of(decision)))
        .sorted(worst.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Element part(String title, List<Integer> films) {
    Element part =
        Element.of("div")
            .add(Element.of("h3", "%s (n = %s)".formatted(title, Digits.count(films.size()))));
    if (films.isEmpty()) {
      return part.add(Element.of("p", "None."));
    }
    if (films.size() > MOST) {
      part.add(Element.of("p", "The %d with the largest error of probability.".formatted(MOST)));
    }
    Element cards = Element.of("div").with("class", "films");
    films.stream().limit(MOST).forEach(film -> cards.add(card(film)));
    return part.add(cards);
  }

  private Element card(int film) {
    CohortFilm row = study.results().cohort().films().get(film);
    Element card = Element.of("div").with("class", "film");
    pictures.film(row).ifPresent(picture -> card.add(image(picture, "Film " + row.image())));
    pictures
        .heatMap(row)
        .ifPresent(picture -> card.add(image(picture, "Crop and heat-map of " + row.image())));
    return card.add(Element.of("p").add(Element.of("strong", row.image())).text(" " + words(film)));
  }

  private static Element image(Picture picture, String alternative) {
    return Element.of("img").with("src", picture.dataUri()).with("alt", alternative);
  }

  private String words(int film) {
    StringBuilder words =
        new StringBuilder(
            "P(%s) = %s.".formatted(study.finding(), Digits.figure(probability(film))));
    label(film)
        .osteoporosis()
        .ifPresent(severe -> words.append(" Reference: " + study.classes().get(1 + severe) + "."));
    study
        .tScore()
        .ifPresent(
            target -> {
              Optional<HeadEstimates> heads = heads(film);
              String estimate =
                  heads.isPresent() && heads.get().tScore().isPresent()
                      ? Digits.decimals(heads.get().tScore().getAsDouble(), 2)
                      : "not known";
              String reference =
                  label(film).tScore().isPresent()
                      ? Digits.decimals(label(film).tScore().getAsDouble(), 2)
                      : "not known";
              words.append(
                  " %s: estimated %s, reference %s."
                      .formatted(target.meaning(), estimate, reference));
            });
    return words.toString();
  }

  private double probability(int film) {
    return heads(film).orElseThrow().boneLoss().orElse(0);
  }

  private Optional<HeadEstimates> heads(int film) {
    return study.results().predictions().get(film).heads();
  }

  private Labels label(int film) {
    return study.results().labels().get(film);
  }
}
