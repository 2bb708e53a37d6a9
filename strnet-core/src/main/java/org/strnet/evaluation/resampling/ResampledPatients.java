package org.strnet.evaluation.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The patients of some films: what a resample draws, each with all the films, and within each
 * stratum as many as it has.
 */
public final class ResampledPatients {

  /** Per stratum, per patient, the films' indices. */
  private final int[][][] strata;

  private final int films;

  private ResampledPatients(int[][][] strata, int films) {
    this.strata = strata;
    this.films = films;
  }

  /**
   * Patients drawn from one pool.
   *
   * @param patients patient of each film
   */
  public static ResampledPatients of(List<String> patients) {
    Map<String, List<Integer>> own = films(patients);
    return new ResampledPatients(new int[][][] {indices(own.values())}, patients.size());
  }

  /**
   * Patients drawn within their class, so that each resample has as many of each class as the
   * cohort. Patients with films of several classes are drawn among those of the same classes.
   *
   * @param patients patient of each film
   * @param classes class of each film
   */
  public static ResampledPatients stratified(List<String> patients, List<String> classes) {
    if (classes.size() != patients.size()) {
      throw new IllegalArgumentException(
          "one class per film, found %d and %d".formatted(classes.size(), patients.size()));
    }
    Map<List<String>, List<List<Integer>>> byClass = new LinkedHashMap<>();
    for (List<Integer> own : films(patients).values()) {
      List<String> key = List.copyOf(new TreeSet<>(own.stream().map(classes::get).toList()));
      byClass.computeIfAbsent(key, unused -> new ArrayList<>()).add(own);
    }
    int[][][] strata =
        byClass.values().stream().map(ResampledPatients::indices).toArray(int[][][]::new);
    return new ResampledPatients(strata, patients.size());
  }

  /** Number of patients. */
  public int size() {
    return Arrays.stream(strata).mapToInt(stratum -> stratum.length).sum();
  }

  /** Number of strata; one where patients are drawn from one pool. */
  public int strata() {
    return strata.length;
  }

  int films() {
    return films;
  }

  /** Films of a resample, a film as often as its patient was drawn. */
  int[] draw(UniformRandomProvider random) {
    List<int[]> drawn = new ArrayList<>();
    for (int[][] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        drawn.add(stratum[random.nextInt(stratum.length)]);
      }
    }
    return joined(drawn);
  }

  /** Number of patients of a stratum. */
  int patients(int stratum) {
    return strata[stratum].length;
  }

  /** All films but those of one patient. */
  int[] without(int stratum, int patient) {
    boolean[] left = new boolean[films];
    Arrays.fill(left, true);
    for (int film : strata[stratum][patient]) {
      left[film] = false;
    }
    return IntStream.range(0, films).filter(film -> left[film]).toArray();
  }

  private static Map<String, List<Integer>> films(List<String> patients) {
    Map<String, List<Integer>> films = new LinkedHashMap<>();
    for (int film = 0; film < patients.size(); film++) {
      films.computeIfAbsent(patients.get(film), unused -> new ArrayList<>()).add(film);
    }
    return films;
  }

  private static int[][] indices(Iterable<List<Integer>> patients) {
    List<int[]> indices = new ArrayList<>();
    patients.forEach(own -> indices.add(own.stream().mapToInt(Integer::intValue).toArray()));
    return indices.toArray(int[][]::new);
  }

  private static int[] joined(List<int[]> groups) {
    int[] rows = new int[groups.stream().mapToInt(group -> group.length).sum()];
    int next = 0;
    for (int[] group : groups) {
      System.arraycopy(group, 0, rows, next, group.length);
      next += group.length;
    }
    return rows;
  }
}
