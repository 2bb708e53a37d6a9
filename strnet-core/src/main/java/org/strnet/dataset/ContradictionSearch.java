package org.strnet.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.strnet.decision.BoneStatus;

/**
 * Finds values of a cohort that cannot be true together: bone status, bone loss and T-score of one
 * film by the WHO boundaries; a patient's usable films on two sides of a split or in two folds; one
 * image under two labels or two patients.
 */
final class ContradictionSearch {

  private final List<Contradiction> found = new ArrayList<>();

  private ContradictionSearch() {}

  static List<Contradiction> in(List<CohortFilm> films) {
    ContradictionSearch search = new ContradictionSearch();
    films.forEach(search::withinFilm);
    List<CohortFilm> usable = films.stream().filter(CohortFilm::usable).toList();
    search.acrossPatients(usable, "folds", film -> film.fold().stream().boxed().toList());
    search.acrossPatients(usable, "parts of the split", film -> film.split().stream().toList());
    search.acrossImages(films);
    return List.copyOf(search.found);
  }

  private void withinFilm(CohortFilm film) {
    BoneLabels labels = BoneLabels.of(film);
    labels.tScore().ifPresent(tScore -> compare(film, labels, tScore));
    if (labels.status().isPresent() && labels.loss().isPresent()) {
      BoneStatus status = labels.status().get();
      if (labels.loss().get() == (status == BoneStatus.NORMAL)) {
        note(
            film.row(),
            "bone_loss is %s but bone_status is %s"
                .formatted(labels.loss().get() ? 1 : 0, BoneLabels.name(status)));
      }
    }
  }

  private void compare(CohortFilm film, BoneLabels labels, double tScore) {
    BoneStatus measured = BoneStatus.ofTScore(tScore);
    labels
        .status()
        .filter(status -> status != measured)
        .ifPresent(
            status ->
                note(
                    film.row(),
                    "t_score %s means %s but bone_status is %s"
                        .formatted(tScore, BoneLabels.name(measured), BoneLabels.name(status))));
    if (labels.status().isEmpty()) {
      labels
          .loss()
          .filter(loss -> loss == (measured == BoneStatus.NORMAL))
          .ifPresent(
              loss ->
                  note(
                      film.row(),
                      "t_score %s means %s but bone_loss is %s"
                          .formatted(tScore, BoneLabels.name(measured), loss ? 1 : 0)));
    }
  }

  private void acrossPatients(
      List<CohortFilm> films, String parts, Function<CohortFilm, List<?>> part) {
    Map<String, List<CohortFilm>> patients =
        films.stream()
            .filter(film -> !part.apply(film).isEmpty())
            .collect(
                Collectors.groupingBy(
                    CohortFilm::patient, LinkedHashMap::new, Collectors.toList()));
    patients.forEach(
        (patient, own) -> {
          Set<Object> sides = new HashSet<>();
          own.forEach(film -> sides.addAll(part.apply(film)));
          if (sides.size() > 1) {
            note(
                Contradiction.Kind.SPLIT,
                own,
                "patient '%s' is in two %s".formatted(patient, parts));
          }
        });
  }

  private void acrossImages(List<CohortFilm> films) {
    Map<Path, List<CohortFilm>> images =
        films.stream()
            .collect(
                Collectors.groupingBy(CohortFilm::file, LinkedHashMap::new, Collectors.toList()));
    images.forEach(
        (file, own) -> {
          if (own.stream().map(BoneLabels::of).distinct().count() > 1) {
            note(
                Contradiction.Kind.IMAGE,
                own,
                "one image, %s, under two labels".formatted(own.get(0).image()));
          }
          if (own.stream().map(CohortFilm::patient).distinct().count() > 1) {
            note(
                Contradiction.Kind.IMAGE,
                own,
                "one image, %s, under two patients".formatted(own.get(0).image()));
          }
        });
  }

  private void note(int row, String what) {
    found.add(new Contradiction(Contradiction.Kind.VALUES, List.of(row), what));
  }

  private void note(Contradiction.Kind kind, List<CohortFilm> films, String what) {
    found.add(new Contradiction(kind, films.stream().map(CohortFilm::row).toList(), what));
  }
}
