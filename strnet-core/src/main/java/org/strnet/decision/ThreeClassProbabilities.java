package org.strnet.decision;

/**
 * Probabilities of the three classes from two: {@code P(normal) = 1 - p1}, {@code P(osteopenia) =
 * p1 (1 - p2)}, {@code P(osteoporosis) = p1 p2}.
 *
 * @param normal probability of normal bone
 * @param osteopenia probability of osteopenia
 * @param osteoporosis probability of osteoporosis
 */
public record ThreeClassProbabilities(double normal, double osteopenia, double osteoporosis) {

  /**
   * @param boneLoss p1, probability of bone loss, 0 to 1
   * @param osteoporosisGivenLoss p2, probability of osteoporosis given bone loss, 0 to 1
   */
  public static ThreeClassProbabilities of(double boneLoss, double osteoporosisGivenLoss) {
    if (!(boneLoss >= 0 && boneLoss <= 1)
        || !(osteoporosisGivenLoss >= 0 && osteoporosisGivenLoss <= 1)) {
      throw new IllegalArgumentException(
          "probabilities must be in [0, 1], found " + boneLoss + ", " + osteoporosisGivenLoss);
    }
    return new ThreeClassProbabilities(
        1 - boneLoss, boneLoss * (1 - osteoporosisGivenLoss), boneLoss * osteoporosisGivenLoss);
  }
}
