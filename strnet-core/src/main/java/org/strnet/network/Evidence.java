package org.strnet.network;

/**
 * One film's output with what a heat-map needs.
 *
 * @param output the heads' output
 * @param features the backbone's last feature map
 * @param boneLossGradient gradient of the bone-loss logit with respect to each pooled feature,
 *     {@code [C]}; exact, because between pooling and logit stand only the neck, the routing and
 *     one head
 */
public record Evidence(NetworkOutput output, FeatureMap features, float[] boneLossGradient) {

  /** Copies the gradient in. */
  public Evidence {
    if (boneLossGradient.length != features.channels()) {
      throw new IllegalArgumentException(
          "one gradient per channel: %d channels, found %d"
              .formatted(features.channels(), boneLossGradient.length));
    }
    boneLossGradient = boneLossGradient.clone();
  }

  /** A copy of the gradient. */
  @Override
  public float[] boneLossGradient() {
    return boneLossGradient.clone();
  }
}
