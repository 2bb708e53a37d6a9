package org.strnet.evaluation.head;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strnet.decision.Decision;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.discrimination.BinaryScores;

/**
 * Films with a probability and a label.
 *
 * @param scores probabilities and labels
 * @param decisions as they were made, where they were
 * @param patients of the same films
 */
public record BinaryFilms(
    BinaryScores scores, List<Optional<Decision>> decisions, List<String> patients) {

  /** Checks that all are of the same films; copies the lists. */
  public BinaryFilms {
    if (decisions.size() != scores.size() || patients.size() != scores.size()) {
      throw new IllegalArgumentException("decisions and patients of the scored films");
    }
    decisions = List.copyOf(decisions);
    patients = List.copyOf(patients);
  }

  /** Number of films. */
  public int size() {
    return patients.size();
  }

  /** Some films, a film as often as it is named. */
  public BinaryFilms select(int[] films) {
    return new BinaryFilms(
        scores.select(films),
        IntStream.of(films).mapToObj(decisions::get).toList(),
        IntStream.of(films).mapToObj(patients::get).toList());
  }

  /** Those with a decision. */
  public BinaryFilms decided() {
    return select(
        IntStream.range(0, size()).filter(film -> decisions.get(film).isPresent()).toArray());
  }

  /** Whether each film was referred; a film without decision was not. */
  public boolean[] referred() {
    boolean[] referred = new boolean[size()];
    for (int film = 0; film < referred.length; film++) {
      referred[film] = decisions.get(film).filter(Decision.REFER::equals).isPresent();
    }
    return referred;
  }

  /** The decisions against the labels, of films with a decision. */
  public ConfusionCounts counts() {
    BinaryFilms decided = decided();
    return ConfusionCounts.of(decided.referred(), decided.scores().positive());
  }

  /** Whether a patient has more than one film here: films are then not independent. */
  public boolean patientsRepeat() {
    return new HashSet<>(patients).size() < patients.size();
  }
}
