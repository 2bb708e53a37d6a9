package org.strnet.network;

/** Runs STR-Net on one film. Implementations may be called from several threads at once. */
public interface BoneLossNetwork {

  /**
   * The heads' output.
   *
   * @param film {@code S * S} values in [-1, 1], bone bright, fibula on the right
   * @param clinical the encoded clinical variables, {@code 2 K} values
   */
  NetworkOutput assess(float[] film, float[] clinical);

  /** The same with the feature map; costs no gradient where the network can do without. */
  default FeaturedOutput assessWithFeatures(float[] film, float[] clinical) {
    Evidence evidence = explain(film, clinical);
    return new FeaturedOutput(evidence.output(), evidence.features());
  }

  /** The same with the evidence for a heat-map; costs little more. */
  Evidence explain(float[] film, float[] clinical);
}
