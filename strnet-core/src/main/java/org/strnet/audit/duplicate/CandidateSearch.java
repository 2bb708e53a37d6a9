package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.strnet.audit.film.Workers;

/**
 * Proposes pairs of films: each film's nearest neighbours by hash. The nearest rather than all
 * below a limit, because knees framed alike differ in few bits too, and a cohort of one framing
 * would propose nearly every pair.
 */
final class CandidateSearch {

  /** Neighbours per film. */
  static final int NEIGHBOURS = 4;

  /** Of 256 bits; unrelated views differ in about 110 when laid best, one film's in at most 40. */
  static final int LIMIT = 72;

  /** A second way to lay a film is worth trying when it is nearly as near as the first. */
  private static final int CLOSE = 6;

  private static final List<Orientation> ORIENTATIONS = List.of(Orientation.values());

  private final List<List<View>> films;

  CandidateSearch(List<List<View>> films) {
    this.films = films;
  }

  /**
   * Two films that may be one.
   *
   * @param first index of a film
   * @param second index of another, above the first
   */
  record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return Comparator.comparingInt(Pair::first)
          .thenComparingInt(Pair::second)
          .compare(this, other);
    }
  }

  /** How two films may lie on each other. */
  record Fit(View still, View moving, Orientation orientation, int distance) {}

  /** The proposed pairs in order. */
  List<Pair> pairs(Workers workers) throws InterruptedException {
    Set<Pair> pairs = new TreeSet<>();
    List<int[]> nearest = workers.map(films.size(), this::nearest);
    for (int film = 0; film < films.size(); film++) {
      for (int other : nearest.get(film)) {
        pairs.add(new Pair(Math.min(film, other), Math.max(film, other)));
      }
    }
    return List.copyOf(pairs);
  }

  /** The films with the smallest distances, at most {@link #NEIGHBOURS}; of equals the first. */
  private int[] nearest(int film) {
    int[] found = new int[NEIGHBOURS];
    int[] distances = new int[NEIGHBOURS];
    Arrays.fill(distances, LIMIT + 1);
    for (int other = 0; other < films.size(); other++) {
      int worst = distances[NEIGHBOURS - 1];
      int distance = other == film ? worst : distance(film, other, worst - 1);
      if (distance < worst) {
        int place = NEIGHBOURS - 1;
        while (place > 0 && distances[place - 1] > distance) {
          distances[place] = distances[place - 1];
          found[place] = found[place - 1];
          place--;
        }
        distances[place] = distance;
        found[place] = other;
      }
    }
    int count = 0;
    while (count < NEIGHBOURS && distances[count] <= LIMIT) {
      count++;
    }
    return Arrays.copyOf(found, count);
  }

  private int distance(int film, int other, int limit) {
    int least = limit + 1;
    for (View own : films.get(film)) {
      ViewHash hash = own.hashes().get(0);
      for (View view : films.get(other)) {
        for (ViewHash laid : view.hashes()) {
          least = Math.min(least, hash.distance(laid, least));
        }
      }
    }
    return least;
  }

  /** The few nearest ways to lay the second film of a pair on the first. */
  List<Fit> fits(Pair pair, int most) {
    List<Fit> fits = new ArrayList<>();
    for (View still : films.get(pair.first)) {
      for (View moving : films.get(pair.second)) {
        for (int way = 0; way < ORIENTATIONS.size(); way++) {
          int distance = still.hashes().get(0).distance(moving.hashes().get(way), 256);
          fits.add(new Fit(still, moving, ORIENTATIONS.get(way), distance));
        }
      }
    }
    fits.sort(Comparator.comparingInt(Fit::distance));
    int limit = fits.get(0).distance + CLOSE;
    return fits.stream().limit(most).filter(fit -> fit.distance <= limit).toList();
  }
}
