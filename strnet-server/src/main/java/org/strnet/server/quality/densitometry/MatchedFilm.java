package org.strnet.server.quality.densitometry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.strnet.decision.BoneStatus;

/**
 * A patient's film with the densitometry nearest to it. The T-score is the lowest of the sites
 * measured on that day, which decides the class (ISCD Official Positions 2023).
 *
 * @param film the patient's
 * @param measuredOn day of the densitometry
 * @param site of the lowest T-score
 * @param tScore in SD
 */
public record MatchedFilm(
    ScoredFilm film, LocalDate measuredOn, MeasurementSite site, double tScore) {

  /** Whether densitometry found bone loss. */
  public boolean boneLoss() {
    return BoneStatus.ofTScore(tScore) != BoneStatus.NORMAL;
  }

  /** Whether densitometry found osteoporosis. */
  public boolean osteoporosis() {
    return BoneStatus.ofTScore(tScore) == BoneStatus.OSTEOPOROSIS;
  }

  /** Days between film and densitometry. */
  public long days() {
    return Math.abs(film.day().toEpochDay() - measuredOn.toEpochDay());
  }

  /**
   * Matches by patient: one film for each, so that films are independent, the one nearest to a
   * densitometry; of equally near ones the earlier.
   *
   * @param films in the order of their arrival
   * @param window the most days between film and densitometry
   */
  public static List<MatchedFilm> of(
      List<ScoredFilm> films, List<Densitometry> measured, int window) {
    Map<String, Map<LocalDate, Densitometry>> lowest = new HashMap<>();
    for (Densitometry one : measured) {
      lowest
          .computeIfAbsent(one.patientId(), patient -> new TreeMap<>())
          .merge(one.measuredOn(), one, (a, b) -> a.tScore() <= b.tScore() ? a : b);
    }
    Map<String, List<ScoredFilm>> byPatient =
        films.stream()
            .filter(film -> !film.patient().isEmpty())
            .collect(Collectors.groupingBy(ScoredFilm::patient, TreeMap::new, Collectors.toList()));
    List<MatchedFilm> matched = new ArrayList<>();
    byPatient.forEach(
        (patient, own) ->
            nearest(own, lowest.getOrDefault(patient, Collections.emptyMap()))
                .filter(match -> match.days() <= window)
                .ifPresent(matched::add));
    return matched;
  }

  private static Optional<MatchedFilm> nearest(
      List<ScoredFilm> films, Map<LocalDate, Densitometry> measured) {
    return films.stream()
        .flatMap(
            film ->
                measured.values().stream()
                    .map(one -> new MatchedFilm(film, one.measuredOn(), one.site(), one.tScore())))
        .min(
            Comparator.comparingLong(MatchedFilm::days)
                .thenComparing(match -> match.film().day())
                .thenComparing(match -> match.film().id()));
  }
}
