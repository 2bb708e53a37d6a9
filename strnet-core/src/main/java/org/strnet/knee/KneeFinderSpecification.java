package org.strnet.knee;

/**
 * How knees are found; travels in the bundle beside {@code knee.onnx}.
 *
 * @param inputSize side of the network's input in pixels, a multiple of 32, 64 to 1024
 * @param candidateConfidence places of the whole film at or above it get a closer look, 0 to 1
 * @param confidenceThreshold a joint is found when its confidence is at or above it, 0 to 1
 * @param maximumKnees most joints on one film, at least 1
 * @param mergeDistance joints closer than this many plateau widths are one, 0 or more
 * @param closeUpWidths side of the closer look's window in plateau widths, 1.2 to 8
 */
public record KneeFinderSpecification(
    int inputSize,
    double candidateConfidence,
    double confidenceThreshold,
    int maximumKnees,
    double mergeDistance,
    double closeUpWidths) {

  /** Checks the ranges. */
  public KneeFinderSpecification {
    require(
        inputSize >= 64 && inputSize <= 1024 && inputSize % 32 == 0,
        "input size must be a multiple of 32 from 64 to 1024",
        inputSize);
    require(inUnit(candidateConfidence), "candidate confidence in [0, 1]", candidateConfidence);
    require(inUnit(confidenceThreshold), "confidence threshold in [0, 1]", confidenceThreshold);
    require(maximumKnees >= 1, "at least one knee", maximumKnees);
    require(mergeDistance >= 0, "merge distance of 0 or more", mergeDistance);
    require(
        closeUpWidths >= 1.2 && closeUpWidths <= 8,
        "close-up of 1.2 to 8 plateau widths",
        closeUpWidths);
  }

  /** The settings that are trained and evaluated with. */
  public static KneeFinderSpecification standard() {
    return new KneeFinderSpecification(192, 0.1, 0.55, 2, 0.6, 2.6);
  }

  /** The same with another threshold. */
  public KneeFinderSpecification withConfidenceThreshold(double threshold) {
    return new KneeFinderSpecification(
        inputSize, candidateConfidence, threshold, maximumKnees, mergeDistance, closeUpWidths);
  }

  private static boolean inUnit(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException("the finder needs " + rule + ", found " + found);
    }
  }
}
