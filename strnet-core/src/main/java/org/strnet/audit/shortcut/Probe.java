package org.strnet.audit.shortcut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Cross-validated area under the ROC curve of a learner that sees only some features.
 *
 * <p>Five folds by group (patient and duplicates), drawn {@value #DRAWS} times; a film's score is
 * the mean of those it gets while held out, as ranks within its fold, because scores of different
 * fits have different levels. The interval is a bootstrap over groups of the scores as they are,
 * without fitting anew.
 *
 * @param bootstrap of the interval; its seed draws the folds too
 */
record Probe(PatientBootstrap bootstrap) {

  /** From this area on, and when the interval lies above 0.5, a probe is a finding. */
  static final double LEAST_AREA = 0.6;

  private static final int FOLDS = 5;
  private static final int DRAWS = 5;

  /** Groups of each label without which nothing is said. */
  private static final int FEWEST_GROUPS = 10;

  private static final String RULE = "needs 10 patients of each label";

  /**
   * The area of a single number, in the direction in which it tells more: with one direction to
   * choose there is nothing to fit.
   */
  Estimate ofOne(double[][] numbers, LabelledFilms films, String name) {
    if (groups(films, true) < FEWEST_GROUPS || groups(films, false) < FEWEST_GROUPS) {
      return Estimate.notEstimable(films.size(), RULE);
    }
    double[] scores = Arrays.stream(numbers).mapToDouble(number -> number[0]).toArray();
    BinaryScores up = new BinaryScores(scores, films.labels());
    boolean isUp = Auroc.of(up).value() >= 0.5;
    BinaryScores turned =
        isUp ? up : new BinaryScores(Arrays.stream(scores).map(s -> -s).toArray(), films.labels());
    Estimate area = bootstrap.estimate(films.groups(), rows -> area(turned, rows), RULE);
    return new Estimate(
        area.value(),
        area.interval(),
        area.n(),
        "%s as it is, %s values positive; %s"
            .formatted(name, isUp ? "higher" : "lower", area.method()));
  }

  /** The area, or why there is none. */
  Estimate estimate(double[][] features, LabelledFilms films, Learner learner, String seen) {
    if (groups(films, true) < FEWEST_GROUPS || groups(films, false) < FEWEST_GROUPS) {
      return Estimate.notEstimable(films.size(), RULE);
    }
    boolean[] labels = films.labels();
    double[] scores = new double[films.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      add(scores, features, labels, folds(films, draw), learner);
    }
    Estimate area =
        bootstrap.estimate(
            films.groups(), rows -> area(new BinaryScores(scores, labels), rows), RULE);
    return new Estimate(
        area.value(),
        area.interval(),
        area.n(),
        "%s; out of fold, %d folds by patient and duplicates, %d draws; %s"
            .formatted(seen, FOLDS, DRAWS, area.method()));
  }

  /** The rule for a finding. Resamples that are all alike have no interval, and tell the label. */
  static boolean isFinding(Estimate area) {
    return area.value().orElse(0) > LEAST_AREA && area.low().orElse(1) > 0.5;
  }

  private static int groups(LabelledFilms films, boolean label) {
    Set<String> groups = new HashSet<>();
    for (int i = 0; i < films.size(); i++) {
      if (films.positive().get(i) == label) {
        groups.add(films.groups().get(i));
      }
    }
    return groups.size();
  }

  private static OptionalDouble area(BinaryScores all, int[] rows) {
    BinaryScores films = all.select(rows);
    return films.positives() == 0 || films.negatives() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Auroc.of(films).value());
  }

  /** Deals the groups out in random order: those with a positive film first, then the others. */
  private int[] folds(LabelledFilms films, int draw) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Set<String> positive = new HashSet<>();
    for (int i = 0; i < films.size(); i++) {
      groups.computeIfAbsent(films.groups().get(i), key -> new ArrayList<>()).add(i);
      if (films.positive().get(i)) {
        positive.add(films.groups().get(i));
      }
    }
    List<String> order = new ArrayList<>(groups.keySet());
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(bootstrap.seed() + draw);
    ListSampler.shuffle(random, order);
    order.sort((a, b) -> Boolean.compare(positive.contains(b), positive.contains(a)));
    int[] folds = new int[films.size()];
    for (int i = 0; i < order.size(); i++) {
      for (int film : groups.getOrDefault(order.get(i), List.of())) {
        folds[film] = i % FOLDS;
      }
    }
    return folds;
  }

  private static void add(
      double[] scores, double[][] features, boolean[] labels, int[] folds, Learner learner) {
    for (int fold = 0; fold < FOLDS; fold++) {
      List<double[]> training = new ArrayList<>();
      List<Boolean> known = new ArrayList<>();
      List<Integer> held = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          held.add(i);
        } else {
          training.add(features[i]);
          known.add(labels[i]);
        }
      }
      boolean[] trained = new boolean[known.size()];
      for (int i = 0; i < trained.length; i++) {
        trained[i] = known.get(i);
      }
      ToDoubleFunction<double[]> fitted = learner.fit(training.toArray(double[][]::new), trained);
      double[] own = held.stream().mapToDouble(i -> fitted.applyAsDouble(features[i])).toArray();
      for (int i = 0; i < own.length; i++) {
        scores[held.get(i)] += rank(own, own[i]);
      }
    }
  }

  /** Share of values below, equal ones counting half. */
  private static double rank(double[] values, double value) {
    return Arrays.stream(values).map(v -> v < value ? 1 : v == value ? 0.5 : 0).sum()
        / values.length;
  }
}
