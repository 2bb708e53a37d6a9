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

  /** Mean of each channel over height and width, {@code [C]}. */
  public float[] pooled() {
    int cells = height * width;
    float[] pooled = new float[channels];
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int i = c * cells; i < (c + 1) * cells; i++) {
        sum += values[i];
      }
      pooled[c] = (float) (sum / cells);
    }
    return pooled;
  }

  /** A copy of the values. */
  @Override
  public float[] values() {
    return values.clone();
  }
}
