package org.strnet.evaluation.discrimination;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Area under the covariate-adjusted ROC curve for a covariate with classes, such as the framing of
 * a film or the sex (Janes and Pepe 2009, Biometrika 96:371). Each film with the finding is placed
 * among the films without it of its own stratum; the area is the mean of those placements. What the
 * score owes to the covariate alone does not count: a score that only tells the strata apart has an
 * adjusted area of 0.5, whatever its crude one.
 *
 * <p>It equals the mean of the strata's own areas, weighted by their films with the finding. Films
 * with the finding whose stratum has none without it cannot be placed and are left out; {@link
 * #unplaced()} tells how many.
 */
public final class AdjustedAuroc {

  private final Map<String, BinaryScores> strata;

  private AdjustedAuroc(Map<String, BinaryScores> strata) {
    this.strata = strata;
  }

  /**
   * Films with their strata.
   *
   * @param films scores and labels
   * @param covariate stratum of each film
   */
  public static AdjustedAuroc of(BinaryScores films, List<String> covariate) {
    if (covariate.size() != films.size()) {
      throw new IllegalArgumentException(
          "one stratum per film, found %d and %d".formatted(covariate.size(), films.size()));
    }
    Map<String, IntStream.Builder> rows = new TreeMap<>();
    for (int film = 0; film < films.size(); film++) {
      rows.computeIfAbsent(covariate.get(film), unused -> IntStream.builder()).add(film);
    }
    Map<String, BinaryScores> strata = new TreeMap<>();
    rows.forEach((name, own) -> strata.put(name, films.select(own.build().toArray())));
    return new AdjustedAuroc(strata);
  }

  /** The adjusted area; absent if no film with the finding can be placed. */
  public OptionalDouble value() {
    double sum = 0;
    int placed = 0;
    for (BinaryScores stratum : strata.values()) {
      if (stratum.hasBothLabels()) {
        sum += stratum.positives() * Auroc.of(stratum).value();
        placed += stratum.positives();
      }
    }
    return placed == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / placed);
  }

  /** Films with the finding in strata that have none without it. */
  public int unplaced() {
    return strata.values().stream()
        .filter(stratum -> stratum.negatives() == 0)
        .mapToInt(BinaryScores::positives)
        .sum();
  }

  /** The area within each stratum with its DeLong interval, or why there is none; by name. */
  public Map<String, Estimate> byStratum() {
    Map<String, Estimate> areas = new TreeMap<>();
    strata.forEach((name, stratum) -> areas.put(name, Auroc.estimate(stratum)));
    return areas;
  }

  /**
   * The adjusted area with its interval, or why there is none.
   *
   * @param films scores and labels
   * @param covariate stratum of each film
   * @param patients patient of each film
   * @param bootstrap draws the patients
   */
  public static Estimate estimate(
      BinaryScores films,
      List<String> covariate,
      List<String> patients,
      PatientBootstrap bootstrap) {
    AdjustedAuroc all = of(films, covariate);
    Estimate area =
        bootstrap.estimate(
            patients,
            rows ->
                of(films.select(rows), IntStream.of(rows).mapToObj(covariate::get).toList())
                    .value(),
            "needs films of both labels in one stratum");
    String method =
        "%s; over %d strata, %d films with the finding not placed"
            .formatted(area.method(), all.strata.size(), all.unplaced());
    return new Estimate(area.value(), area.interval(), area.n(), method);
  }
}
