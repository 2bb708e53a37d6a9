package org.strnet.evaluation.head;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.strnet.dataset.Labels;
import org.strnet.decision.ThreeClassProbabilities;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;

/**
 * Films with one of three classes: 0 without the finding, 1 with it, 2 severe (normal, osteopenia,
 * osteoporosis). The class that is said is the most probable one; equal ones go to the milder.
 *
 * @param truth class of each film, 0 to 2
 * @param probabilities of the three classes
 * @param patients of the same films
 */
public record ClassFilms(
    int[] truth, List<ThreeClassProbabilities> probabilities, List<String> patients) {

  /** Number of classes. */
  public static final int CLASSES = 3;

  /** Checks that all are of the same films; copies. */
  public ClassFilms {
    if (truth.length != probabilities.size() || truth.length != patients.size()) {
      throw new IllegalArgumentException("one class, one triple and one patient per film");
    }
    truth = truth.clone();
    probabilities = List.copyOf(probabilities);
    patients = List.copyOf(patients);
  }

  /** A copy of the classes. */
  @Override
  public int[] truth() {
    return truth.clone();
  }

  /** Number of films. */
  public int size() {
    return patients.size();
  }

  /** The most probable class of each film. */
  public int[] said() {
    return probabilities.stream().mapToInt(ClassFilms::mostProbable).toArray();
  }

  /** Probability of one class on each film. */
  public double[] probability(int which) {
    return probabilities.stream().mapToDouble(p -> array(p)[which]).toArray();
  }

  private static int mostProbable(ThreeClassProbabilities of) {
    double[] p = array(of);
    return IntStream.range(0, CLASSES).reduce(0, (best, next) -> p[next] > p[best] ? next : best);
  }

  private static double[] array(ThreeClassProbabilities p) {
    return new double[] {p.normal(), p.osteopenia(), p.osteoporosis()};
  }

  static OptionalInt truth(Labels label) {
    if (label.boneLoss().isEmpty() || label.boneLoss().getAsInt() == 0) {
      return label.boneLoss();
    }
    return label.osteoporosis().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(1 + label.osteoporosis().getAsInt());
  }

  static Optional<ThreeClassProbabilities> probabilities(Prediction prediction) {
    return prediction
        .heads()
        .filter(ClassFilms::sayBoth)
        .map(
            heads ->
                ThreeClassProbabilities.of(
                    heads.boneLoss().orElseThrow(), heads.osteoporosisGivenLoss().orElseThrow()));
  }

  private static boolean sayBoth(HeadEstimates heads) {
    return heads.boneLoss().isPresent() && heads.osteoporosisGivenLoss().isPresent();
  }
}
