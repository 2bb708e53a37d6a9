package org.strnet.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;

/** Compares two sets of predictions of the same films by the area of their screening heads. */
public final class ScreeningComparison {

  private ScreeningComparison() {}

  /**
   * DeLong's paired test over the films that both assessed and whose label is known.
   *
   * @param first predictions, one per film
   * @param second predictions of the same films
   * @param labels of the same films
   * @return first minus second; absent with fewer than two such films of a label
   */
  public static Optional<Auroc.Comparison> of(
      List<Prediction> first, List<Prediction> second, List<Labels> labels) {
    if (first.size() != second.size() || first.size() != labels.size()) {
      throw new IllegalArgumentException(
          "predictions and labels of the same films, found %d, %d, %d"
              .formatted(first.size(), second.size(), labels.size()));
    }
    List<Integer> films = new ArrayList<>();
    for (int film = 0; film < labels.size(); film++) {
      if (!first.get(film).image().equals(second.get(film).image())) {
        throw new IllegalArgumentException(
            "film %d must be the same on both sides, found %s and %s"
                .formatted(film, first.get(film).image(), second.get(film).image()));
      }
      if (score(first.get(film)).isPresent()
          && score(second.get(film)).isPresent()
          && labels.get(film).boneLoss().isPresent()) {
        films.add(film);
      }
    }
    BinaryScores a = scores(first, labels, films);
    BinaryScores b = scores(second, labels, films);
    return a.positives() < 2 || a.negatives() < 2
        ? Optional.empty()
        : Optional.of(Auroc.of(a).compare(Auroc.of(b)));
  }

  private static BinaryScores scores(
      List<Prediction> predictions, List<Labels> labels, List<Integer> films) {
    boolean[] positive = new boolean[films.size()];
    double[] scores = new double[films.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(predictions.get(films.get(i))).orElseThrow();
      positive[i] = labels.get(films.get(i)).boneLoss().orElseThrow() == 1;
    }
    return new BinaryScores(scores, positive);
  }

  private static OptionalDouble score(Prediction prediction) {
    return prediction.heads().map(HeadEstimates::boneLoss).orElse(OptionalDouble.empty());
  }
}
