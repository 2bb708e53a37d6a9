package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The duplicates among films.
 *
 * @param films how many films were compared
 * @param pairs found, by first then second film; of films that are the same byte by byte or pixel
 *     by pixel each is paired with the first of them alone
 */
public record Duplicates(int films, List<DuplicatePair> pairs) {

  /** Copies the list. */
  public Duplicates {
    pairs = List.copyOf(pairs);
  }

  /** For each film the first film of its group; its own index when it has no duplicate. */
  public int[] groupOfFilm() {
    Components components = new Components(films);
    pairs.forEach(pair -> components.join(pair.first(), pair.second()));
    return components.firsts();
  }

  /** Groups of two films and more, each in order. */
  public List<List<Integer>> groups() {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    int[] group = groupOfFilm();
    for (int film = 0; film < films; film++) {
      groups.computeIfAbsent(group[film], key -> new ArrayList<>()).add(film);
    }
    return groups.values().stream().filter(own -> own.size() > 1).map(List::copyOf).toList();
  }
}
