package org.strnet.training.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.strnet.network.ClinicalHeads;

/**
 * Everything that fixes the network's shape and behaviour, save its weights.
 *
 * @param backbone the convolutional part
 * @param widthMultiplier factor on MobileNetV2's channels, above 0; 1 for others
 * @param frozenStages the backbone's first stages that keep their weights and statistics
 * @param neckWidth width of the shared representation
 * @param dropout probability after the neck, in [0, 1)
 * @param routing from the shared representation to the tasks'
 * @param experts number of shared experts, at least 1
 * @param tScoreCoupling alpha in [0, 1]: the share of the T-score's gradient that reaches the trunk
 * @param stageMoments whether the heads begin with regressions on the moments of all stages; files
 *     that say nothing were written when none did
 * @param clinical the second input
 * @param tScoreMean mean of the training films' T-scores, in the target's unit
 * @param tScoreStandardDeviation their standard deviation, above 0
 */
public record StrNetSettings(
    BackboneKind backbone,
    double widthMultiplier,
    int frozenStages,
    int neckWidth,
    double dropout,
    Routing routing,
    int experts,
    double tScoreCoupling,
    boolean stageMoments,
    Clinical clinical,
    double tScoreMean,
    double tScoreStandardDeviation) {

  /**
   * How clinical variables enter.
   *
   * @param inputs length of the encoded input, {@code 2 K}; 0 for none
   * @param heads which heads see them
   * @param dropout in training, the probability that all variables of a film are dropped, and that
   *     each of the remaining ones is; in [0, 1)
   * @param path how they reach those heads; files that name none were written when all took the
   *     embedding
   */
  public record Clinical(
      int inputs, ClinicalHeads heads, double dropout, @Nullable ClinicalPath path) {

    /** No clinical variables. */
    public static final Clinical NONE =
        new Clinical(0, ClinicalHeads.T_SCORE, 0, ClinicalPath.EMBEDDING);

    /** Checks ranges. */
    public Clinical {
      Objects.requireNonNull(heads);
      path = path == null ? ClinicalPath.EMBEDDING : path;
      require(inputs >= 0 && inputs % 2 == 0, "clinical inputs must be 2 K values", inputs);
      require(dropout >= 0 && dropout < 1, "clinical dropout must be in [0, 1)", dropout);
      require(
          inputs > 0 || heads == ClinicalHeads.T_SCORE,
          "all heads can see clinical variables only when there are some",
          inputs);
    }

    boolean takes(ClinicalPath taken) {
      return inputs > 0 && path == taken;
    }
  }

  /** Checks ranges. */
  public StrNetSettings {
    Objects.requireNonNull(backbone);
    Objects.requireNonNull(routing);
    Objects.requireNonNull(clinical);
    require(widthMultiplier > 0, "the width multiplier must be positive", widthMultiplier);
    require(
        backbone == BackboneKind.MOBILENET_V2 || widthMultiplier == 1,
        "only MobileNetV2 takes a width multiplier",
        widthMultiplier);
    require(frozenStages >= 0, "frozen stages must not be negative", frozenStages);
    require(neckWidth >= 1, "the neck must be at least 1 wide", neckWidth);
    require(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
    require(experts >= 1, "at least one expert is needed", experts);
    require(
        tScoreCoupling >= 0 && tScoreCoupling <= 1,
        "the T-score coupling must be in [0, 1]",
        tScoreCoupling);
    require(Double.isFinite(tScoreMean), "the mean T-score must be finite", tScoreMean);
    require(
        tScoreStandardDeviation > 0 && Double.isFinite(tScoreStandardDeviation),
        "the T-scores' standard deviation must be positive",
        tScoreStandardDeviation);
  }

  private static void require(boolean rule, String message, Number found) {
    if (!rule) {
      throw new IllegalArgumentException(message + ", found " + found);
    }
  }

  /**
   * MobileNetV2 1.0, nothing frozen, neck 256, dropout 0.2, four experts, coupling 0.1, no clinical
   * variables, T-score not standardised.
   */
  public static StrNetSettings defaults() {
    return new StrNetSettings(
        BackboneKind.MOBILENET_V2,
        1,
        0,
        256,
        0.2,
        Routing.EXPERTS,
        4,
        0.1,
        false,
        Clinical.NONE,
        0,
        1);
  }

  /** Another backbone; the width multiplier is for MobileNetV2 and 1 for others. */
  public StrNetSettings withBackbone(BackboneKind kind, double width) {
    return new StrNetSettings(
        kind,
        width,
        frozenStages,
        neckWidth,
        dropout,
        routing,
        experts,
        tScoreCoupling,
        stageMoments,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Another number of frozen stages. */
  public StrNetSettings withFrozenStages(int stages) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        stages,
        neckWidth,
        dropout,
        routing,
        experts,
        tScoreCoupling,
        stageMoments,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Another neck. */
  public StrNetSettings withNeck(int width, double probability) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        width,
        probability,
        routing,
        experts,
        tScoreCoupling,
        stageMoments,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Another routing. */
  public StrNetSettings withRouting(Routing kind, int numberOfExperts) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        neckWidth,
        dropout,
        kind,
        numberOfExperts,
        tScoreCoupling,
        stageMoments,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Another coupling alpha. */
  public StrNetSettings withTScoreCoupling(double alpha) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        neckWidth,
        dropout,
        routing,
        experts,
        alpha,
        stageMoments,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** With regressions on the moments of all stages, or without. */
  public StrNetSettings withStageMoments(boolean takes) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        neckWidth,
        dropout,
        routing,
        experts,
        tScoreCoupling,
        takes,
        clinical,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Other clinical variables. */
  public StrNetSettings withClinical(Clinical variables) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        neckWidth,
        dropout,
        routing,
        experts,
        tScoreCoupling,
        stageMoments,
        variables,
        tScoreMean,
        tScoreStandardDeviation);
  }

  /** Another mean and standard deviation of the training films' T-scores. */
  public StrNetSettings withTScore(double mean, double standardDeviation) {
    return new StrNetSettings(
        backbone,
        widthMultiplier,
        frozenStages,
        neckWidth,
        dropout,
        routing,
        experts,
        tScoreCoupling,
        stageMoments,
        clinical,
        mean,
        standardDeviation);
  }
}
