package org.strnet.training.configuration;

import org.strnet.training.tensor.Precision;

/**
 * How the weights are fitted.
 *
 * @param epochs at least 1; 0 where heads begin with regressions and stay there
 * @param batchSize films per step, at least 2 (batch norm needs two)
 * @param learningRate of neck and heads
 * @param backboneLearningRate of the backbone
 * @param weightDecay decoupled, not on norms and biases
 * @param warmUpEpochs linear warm-up
 * @param finalLearningRate share of the rate left at the end, 0 to 1
 * @param gradientClip largest norm of the gradient, above 0
 * @param weightAverage decay of the moving average per step, 0 (off) to below 1
 * @param patience epochs without improvement before stopping; 0 for never
 * @param precision of the backbone's arithmetic
 */
public record OptimisationConfiguration(
    int epochs,
    int batchSize,
    double learningRate,
    double backboneLearningRate,
    double weightDecay,
    double warmUpEpochs,
    double finalLearningRate,
    double gradientClip,
    double weightAverage,
    int patience,
    Precision precision) {

  /** Checks the ranges. */
  public OptimisationConfiguration {
    require(epochs >= 0, "epochs must not be negative", epochs);
    require(batchSize >= 2, "batchSize must be at least 2", batchSize);
    require(learningRate > 0, "learningRate must be positive", learningRate);
    require(
        backboneLearningRate > 0, "backboneLearningRate must be positive", backboneLearningRate);
    require(weightDecay >= 0, "weightDecay must not be negative", weightDecay);
    require(
        warmUpEpochs >= 0 && (warmUpEpochs < epochs || epochs == 0),
        "warmUpEpochs must be less than epochs",
        warmUpEpochs);
    require(
        finalLearningRate >= 0 && finalLearningRate <= 1,
        "finalLearningRate must be in [0, 1]",
        finalLearningRate);
    require(gradientClip > 0, "gradientClip must be positive", gradientClip);
    require(
        weightAverage >= 0 && weightAverage < 1, "weightAverage must be in [0, 1)", weightAverage);
    require(patience >= 0, "patience must not be negative", patience);
  }

  private static void require(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", found " + found);
    }
  }
}
