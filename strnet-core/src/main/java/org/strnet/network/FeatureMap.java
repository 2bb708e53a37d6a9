package org.strnet.network;

/**
 * The backbone's last feature map {@code [C,h,w]} of one film.
 *
 * @param channels C
 * @param height h
 * @param width w
 * @param values {@code C * h * w} activations, channel after channel
 */
public record FeatureMap(int channels, int height, int width, float[] values) {

  /** Copies the values in. */
  public FeatureMap {
    if (values.length != channels * height * width) {
      throw new IllegalArgumentException(
          "a map of %d x %d x %d has %d values, found %d"
              .formatted(channels, height, width, channels * height * width, values.length));
    }
    values = values.clone();
  }

  /** A copy of the values. */
  @Override
  public float[] values() {
    return values.clone();
  }
}
