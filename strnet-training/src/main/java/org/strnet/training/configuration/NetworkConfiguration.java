package org.strnet.training.configuration;

import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.Routing;

/**
 * The architecture.
 *
 * @param backbone the convolutional network
 * @param width its width multiplier (MobileNetV2 only)
 * @param neck width of the neck
 * @param routing how tasks share the neck's output
 * @param experts number of shared experts
 * @param dropout of the neck
 * @param tScoreCoupling share of the T-score head's gradient that reaches the trunk, 0 to 1
 * @param frozenStages first stages of the backbone that keep their weights
 * @param stageMoments whether the heads begin with regressions on mean and standard deviation of
 *     every stage's maps, which need a backbone that keeps all its weights
 */
public record NetworkConfiguration(
    BackboneKind backbone,
    double width,
    int neck,
    Routing routing,
    int experts,
    double dropout,
    double tScoreCoupling,
    int frozenStages,
    boolean stageMoments) {

  /** Checks that there are so many stages; the network checks the rest. */
  public NetworkConfiguration {
    if (frozenStages < 0 || frozenStages > backbone.stages()) {
      throw new IllegalArgumentException(
          "network.frozenStages must be 0 to %d, found %d"
              .formatted(backbone.stages(), frozenStages));
    }
    if (stageMoments && frozenStages < backbone.stages()) {
      throw new IllegalArgumentException(
          "network.stageMoments needs frozenStages %d, since regressions hold for the backbone they were fitted on, found %d"
              .formatted(backbone.stages(), frozenStages));
    }
  }
}
