package org.strnet.training.quantisation;

/**
 * The values an unsigned byte stands for: {@code scale (q - zeroPoint)} for q in 0 to 255. Zero is
 * among them exactly, since convolutions pad with it.
 *
 * @param low smallest value, 0 or less
 * @param high largest value, above low, 0 or more
 */
public record ValueRange(double low, double high) {

  private static final int STEPS = 255;

  /** Checks that zero lies between the ends. */
  public ValueRange {
    if (!(low <= 0 && high >= 0 && high > low) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "a range must be finite and hold zero, found %s to %s".formatted(low, high));
    }
  }

  /** Distance of neighbouring values. */
  public float scale() {
    return (float) ((high - low) / STEPS);
  }

  /** The byte that stands for zero, 0 to 255. */
  public int zeroPoint() {
    return (int) Math.rint(-low * STEPS / (high - low));
  }
}
