package org.strnet.training.augmentation;

/**
 * How far a training film may be changed; each change is drawn uniformly within its range.
 *
 * @param rotation largest rotation in degrees, either way
 * @param scale largest relative change of size, either way
 * @param shift largest shift in crop sides, either way and along both axes
 * @param gamma largest natural logarithm of the exponent on grey values, either way
 * @param contrast largest relative change of contrast around the middle grey, either way
 * @param noise largest standard deviation of added noise, in units of the input's range of 2
 * @param blur largest standard deviation of the blur, in input pixels
 * @param erase probability that one rectangle is erased
 */
public record AugmentationSettings(
    double rotation,
    double scale,
    double shift,
    double gamma,
    double contrast,
    double noise,
    double blur,
    double erase) {

  /** Films as they are. */
  public static final AugmentationSettings NONE = new AugmentationSettings(0, 0, 0, 0, 0, 0, 0, 0);

  /** Checks the ranges. */
  public AugmentationSettings {
    within("rotation", rotation, 45);
    within("scale", scale, 0.5);
    within("shift", shift, 0.25);
    within("gamma", gamma, 1);
    within("contrast", contrast, 0.9);
    within("noise", noise, 0.5);
    within("blur", blur, 4);
    within("erase", erase, 1);
  }

  private static void within(String name, double value, double largest) {
    if (!(value >= 0 && value <= largest)) {
      throw new IllegalArgumentException(
          "augmentation %s must be 0 to %s, found %s".formatted(name, largest, value));
    }
  }
}
