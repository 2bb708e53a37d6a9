package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.audit.duplicate.DuplicatePair.Sameness;
import org.strnet.audit.film.FilmEvidence;
import org.strnet.audit.film.Workers;

/**
 * Finds films that are one: by file, by decoded pixels, and by exposure, also mirrored, turned by
 * quarter turns, resized, recompressed, or with other borders.
 */
public final class DuplicateSearch {

  /**
   * Correlation from which two films are one exposure. On the knee cohort, pairs seen to be one
   * film reach 0.90 and more, both knees of one patient at most 0.85, other films at most 0.72.
   */
  public static final double LEAST_CORRELATION = 0.88;

  /** Ways to lay one film on the other that are tried. */
  private static final int FITS = 2;

  private DuplicateSearch() {}

  /**
   * Searches.
   *
   * @param films in any order; the pairs name them by index
   * @param workers threads
   */
  public static Duplicates of(List<FilmEvidence> films, Workers workers)
      throws InterruptedException {
    List<DuplicatePair> pairs = new ArrayList<>();
    List<Integer> distinct = new ArrayList<>();
    Map<String, Integer> firstOfPixels = new HashMap<>();
    for (int film = 0; film < films.size(); film++) {
      FilmEvidence own = films.get(film);
      Integer first = firstOfPixels.putIfAbsent(own.pixelHash(), film);
      if (first == null) {
        distinct.add(film);
      } else {
        boolean same = films.get(first).fileHash().equals(own.fileHash());
        pairs.add(new DuplicatePair(first, film, same ? Sameness.FILE : Sameness.PIXELS, "", 1));
      }
    }
    CandidateSearch candidates =
        new CandidateSearch(
            workers.map(distinct.size(), i -> View.of(films.get(distinct.get(i)).picture())));
    List<CandidateSearch.Pair> proposed = candidates.pairs(workers);
    workers
        .map(proposed.size(), i -> confirmed(candidates, proposed.get(i), distinct))
        .forEach(pair -> pair.ifPresent(pairs::add));
    pairs.sort(
        Comparator.comparingInt(DuplicatePair::first).thenComparingInt(DuplicatePair::second));
    return new Duplicates(films.size(), pairs);
  }

  private static Optional<DuplicatePair> confirmed(
      CandidateSearch candidates, CandidateSearch.Pair pair, List<Integer> films) {
    for (CandidateSearch.Fit fit : candidates.fits(pair, FITS)) {
      double correlation =
          Alignment.correlation(fit.still().part(), fit.orientation().of(fit.moving().part()));
      if (correlation >= LEAST_CORRELATION) {
        return Optional.of(
            new DuplicatePair(
                films.get(pair.first()),
                films.get(pair.second()),
                Sameness.EXPOSURE,
                fit.orientation().words(),
                Math.min(1, correlation)));
      }
    }
    return Optional.empty();
  }
}
