package org.strnet.training.study;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Labels;
import org.strnet.dataset.Targets;
import org.strnet.network.NetworkOutput;

/**
 * The labels of a cohort beside what networks said of its films.
 *
 * @param cohort the films
 * @param targets what the heads learn
 * @param labels of each film, in the cohort's order
 */
record StudyLabels(Cohort cohort, Targets targets, List<Labels> labels) {

  static StudyLabels of(Cohort cohort, Targets targets) {
    return new StudyLabels(cohort, targets, targets.labels(cohort));
  }

  /** Scores of one head and the labels of the films on which both are known. */
  record Scored(double[] scores, boolean[] labels) {

    boolean hasBothClasses(int least) {
      int positives = 0;
      for (boolean label : labels) {
        positives += label ? 1 : 0;
      }
      return positives >= least && labels.length - positives >= least;
    }
  }

  Scored scored(
      OutOfFold predicted,
      ToDoubleFunction<NetworkOutput> score,
      Function<Labels, OptionalInt> label) {
    List<OutOfFold.Film> known =
        predicted.films().stream()
            .filter(film -> label.apply(labels.get(film.row())).isPresent())
            .toList();
    boolean[] truth = new boolean[known.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = label.apply(labels.get(known.get(i).row())).getAsInt() == 1;
    }
    return new Scored(
        known.stream().mapToDouble(film -> score.applyAsDouble(film.output())).toArray(), truth);
  }

  /** Estimate minus reference of the third head, where the reference is known. */
  double[] residuals(OutOfFold predicted) {
    return predicted.films().stream()
        .filter(film -> labels.get(film.row()).tScore().isPresent())
        .mapToDouble(film -> film.output().tScore() - labels.get(film.row()).tScore().getAsDouble())
        .toArray();
  }
}
