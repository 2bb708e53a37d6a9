package org.strnet.network;

import java.util.Objects;

/**
 * What the heads say of a knee, and the feature map they said it from: enough to see whether it is
 * like the knees of training, not enough for a heat-map.
 *
 * @param output the heads' output
 * @param features the last feature map
 */
public record FeaturedOutput(NetworkOutput output, FeatureMap features) {

  /** Checks that both are there. */
  public FeaturedOutput {
    Objects.requireNonNull(output);
    Objects.requireNonNull(features);
  }
}
