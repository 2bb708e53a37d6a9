package org.strnet.phantom;

/**
 * What bone loss changes inside a bone. The expected values follow the T-score exponentially; a
 * knee's own values scatter around them.
 *
 * @param corticalScale cortical thickness relative to that of a T-score of 0
 * @param volumeFraction bone volume over tissue volume of trabecular bone, 0 to 1
 * @param spacingMm distance of neighbouring trabecular streaks on the film
 * @param contrast SD of the streaks relative to the mean trabecular path
 * @param crossLinks amplitude of the secondary (horizontal) trabeculae relative to the primary
 */
record BoneQuality(
    double corticalScale,
    double volumeFraction,
    double spacingMm,
    double contrast,
    double crossLinks) {

  BoneQuality {
    if (!(corticalScale > 0 && volumeFraction > 0 && volumeFraction < 1 && spacingMm > 0)
        || !(contrast >= 0 && crossLinks >= 0)) {
      throw new IllegalArgumentException(
          "scales and spacing positive, fraction in (0, 1), amplitudes not negative; found %s, %s, %s, %s, %s"
              .formatted(corticalScale, volumeFraction, spacingMm, contrast, crossLinks));
    }
  }

  /** What a T-score in SD leads to on average. */
  static BoneQuality expected(double tScore) {
    return new BoneQuality(
        Math.exp(0.15 * tScore),
        0.20 * Math.exp(0.20 * tScore),
        1.3 * Math.exp(-0.13 * tScore),
        0.085 * Math.exp(-0.26 * tScore),
        0.75 * Math.exp(0.25 * Math.min(tScore, 1)));
  }

  /** One knee's own values. */
  static BoneQuality draw(double tScore, Draws draws) {
    BoneQuality mean = expected(tScore);
    return new BoneQuality(
        mean.corticalScale * Math.exp(draws.normal(0, 0.05)),
        mean.volumeFraction * Math.exp(draws.normal(0, 0.06)),
        mean.spacingMm * Math.exp(draws.normal(0, 0.05)),
        mean.contrast * Math.exp(draws.normal(0, 0.08)),
        mean.crossLinks * Math.exp(draws.normal(0, 0.08)));
  }
}
