package org.strnet.evaluation.subgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Films in groups.
 *
 * @param column where the groups come from
 * @param how how values became groups, for a reader
 * @param names of the groups, in order
 * @param group of each film, an index into the names
 */
public record Grouping(String column, String how, List<String> names, int[] group) {

  /** Copies, and checks that every film has a group. */
  public Grouping {
    names = List.copyOf(names);
    group = group.clone();
    for (int one : group) {
      if (one < 0 || one >= names.size()) {
        throw new IllegalArgumentException("there is no group " + one + " in " + names);
      }
    }
  }

  /** A copy of the groups. */
  @Override
  public int[] group() {
    return group.clone();
  }

  /** Films of one group. */
  public int[] films(int which) {
    return IntStream.range(0, group.length).filter(film -> group[film] == which).toArray();
  }

  /** Films of all other groups. */
  public int[] rest(int which) {
    return IntStream.range(0, group.length).filter(film -> group[film] != which).toArray();
  }

  /** Name of the group of each film. */
  public List<String> ofFilms() {
    List<String> own = new ArrayList<>(group.length);
    for (int one : group) {
      own.add(names.get(one));
    }
    return own;
  }
}
