package org.strnet.evaluation.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.dataset.Labels;
import org.strnet.decision.Decision;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;

/**
 * Predictions with the labels and patients of the same films.
 *
 * @param predictions one per film
 * @param labels of the same films
 * @param patients of the same films
 */
public record StudyFilms(List<Prediction> predictions, List<Labels> labels, List<String> patients) {

  /** Checks that all three are of the same films; copies the lists. */
  public StudyFilms {
    if (labels.size() != predictions.size() || patients.size() != predictions.size()) {
      throw new IllegalArgumentException(
          "labels and patients of the predicted films, found %d, %d, %d"
              .formatted(predictions.size(), labels.size(), patients.size()));
    }
    predictions = List.copyOf(predictions);
    labels = List.copyOf(labels);
    patients = List.copyOf(patients);
  }

  /** Number of films, assessed or not. */
  public int size() {
    return predictions.size();
  }

  /** Some films. */
  public StudyFilms select(int[] films) {
    return new StudyFilms(
        select(predictions, films), select(labels, films), select(patients, films));
  }

  /** Assessed films whose screening label is known. */
  public BinaryFilms screening() {
    return binary(HeadEstimates::boneLoss, Labels::boneLoss, HeadEstimates::decision);
  }

  /** Assessed films with the finding whose severity is known; there is no decision. */
  public BinaryFilms severity() {
    return binary(
        HeadEstimates::osteoporosisGivenLoss, Labels::osteoporosis, heads -> Optional.empty());
  }

  /** Assessed films whose T-score is known. */
  public NumberFilms tScore() {
    int[] films = films(HeadEstimates::tScore, label -> label.tScore().isPresent());
    double[] estimates = new double[films.length];
    double[] references = new double[films.length];
    List<Optional<Interval>> intervals = new ArrayList<>(films.length);
    for (int i = 0; i < films.length; i++) {
      HeadEstimates heads = heads(films[i]);
      estimates[i] = heads.tScore().orElseThrow();
      references[i] = labels.get(films[i]).tScore().orElseThrow();
      intervals.add(heads.tInterval());
    }
    return new NumberFilms(
        new NumberPairs(estimates, references), intervals, select(patients, films));
  }

  /** Assessed films of which one of the three classes is known. */
  public ClassFilms classes() {
    int[] films =
        IntStream.range(0, size())
            .filter(film -> ClassFilms.truth(labels.get(film)).isPresent())
            .filter(film -> ClassFilms.probabilities(predictions.get(film)).isPresent())
            .toArray();
    return new ClassFilms(
        IntStream.of(films).map(film -> ClassFilms.truth(labels.get(film)).orElseThrow()).toArray(),
        IntStream.of(films)
            .mapToObj(film -> ClassFilms.probabilities(predictions.get(film)).orElseThrow())
            .toList(),
        select(patients, films));
  }

  private BinaryFilms binary(
      Function<HeadEstimates, OptionalDouble> head,
      Function<Labels, OptionalInt> label,
      Function<HeadEstimates, Optional<Decision>> decision) {
    int[] films = films(head, known -> label.apply(known).isPresent());
    double[] scores = new double[films.length];
    boolean[] positive = new boolean[films.length];
    List<Optional<Decision>> decisions = new ArrayList<>(films.length);
    for (int i = 0; i < films.length; i++) {
      scores[i] = head.apply(heads(films[i])).orElseThrow();
      positive[i] = label.apply(labels.get(films[i])).orElseThrow() == 1;
      decisions.add(decision.apply(heads(films[i])));
    }
    return new BinaryFilms(new BinaryScores(scores, positive), decisions, select(patients, films));
  }

  private int[] films(
      Function<HeadEstimates, OptionalDouble> head, Function<Labels, Boolean> known) {
    return IntStream.range(0, size())
        .filter(film -> known.apply(labels.get(film)))
        .filter(
            film ->
                predictions.get(film).heads().filter(h -> head.apply(h).isPresent()).isPresent())
        .toArray();
  }

  private HeadEstimates heads(int film) {
    return predictions.get(film).heads().orElseThrow();
  }

  private static <T> List<T> select(List<T> all, int[] films) {
    return IntStream.of(films).mapToObj(all::get).toList();
  }
}
