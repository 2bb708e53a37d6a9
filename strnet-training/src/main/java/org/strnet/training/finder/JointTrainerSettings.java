package org.strnet.training.finder;

/**
 * How long and how fast the finder is trained.
 *
 * @param steps batches, at least 1
 * @param batch pictures per batch, at least 1
 * @param learningRate highest rate of AdamW
 * @param weightDecay of AdamW, on weights only
 * @param averageDecay of the moving average of weights, 0 to below 1
 * @param seed of initial weights and pictures
 */
public record JointTrainerSettings(
    int steps, int batch, double learningRate, double weightDecay, double averageDecay, long seed) {

  /** Checks the ranges. */
  public JointTrainerSettings {
    if (steps < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "at least one step and one picture, found " + steps + ", " + batch);
    }
    if (!(learningRate > 0 && weightDecay >= 0 && averageDecay >= 0 && averageDecay < 1)) {
      throw new IllegalArgumentException(
          "rate above 0, decay of 0 or more, average decay in [0, 1), found %s, %s, %s"
              .formatted(learningRate, weightDecay, averageDecay));
    }
  }

  /** What the released finder is trained with. */
  public static JointTrainerSettings standard(int steps, long seed) {
    return new JointTrainerSettings(steps, 24, 3e-3, 0.02, 0.995, seed);
  }

  /** Share of the highest rate at a step: linear warm-up over a twentieth, then half a cosine. */
  double rate(int step) {
    double warmUp = Math.max(1, steps / 20.0);
    if (step < warmUp) {
      return learningRate * (step + 1) / (warmUp + 1);
    }
    double progress = (step - warmUp) / Math.max(1, steps - warmUp);
    return learningRate * (0.01 + 0.99 * (1 + Math.cos(Math.PI * progress)) / 2);
  }
}
