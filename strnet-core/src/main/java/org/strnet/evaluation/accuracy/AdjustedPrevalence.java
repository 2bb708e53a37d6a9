package org.strnet.evaluation.accuracy;

import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.decision.Proportion;

/**
 * Prevalence behind the share of referred films: {@code (share + specificity - 1) / (sensitivity +
 * specificity - 1)} (Rogan and Gladen 1978, American Journal of Epidemiology 107:71), with the
 * interval of Lang and Reiczigel (2014, Preventive Veterinary Medicine 113:13), which counts the
 * uncertainty of sensitivity and specificity too.
 *
 * <p>It holds as far as the films are like those on which sensitivity and specificity were
 * measured.
 *
 * @param value 0 to 1
 * @param low lower limit, 0 to 1
 * @param high upper limit, 0 to 1
 * @param referred share of referred films, as counted
 */
public record AdjustedPrevalence(double value, double low, double high, Proportion referred) {

  private static final double TAIL = 0.025;

  /** Checks that there is a share. */
  public AdjustedPrevalence {
    Objects.requireNonNull(referred);
  }

  /**
   * Estimates it with a 95 % interval.
   *
   * @param referred films that were referred, of those assessed
   * @param sensitivity measured on films with the condition
   * @param specificity measured on films without it
   * @throws IllegalArgumentException when sensitivity and specificity add up to 1 or less: such
   *     decisions tell nothing of prevalence
   */
  public static AdjustedPrevalence of(
      Proportion referred, Proportion sensitivity, Proportion specificity) {
    double gain = sensitivity.value() + specificity.value() - 1;
    if (gain <= 0) {
      throw new IllegalArgumentException(
          "sensitivity and specificity must add up to more than 1, found " + (gain + 1));
    }
    double value = (referred.value() + specificity.value() - 1) / gain;
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);
    double n = referred.trials() + z * z;
    double share = (referred.successes() + z * z / 2) / n;
    Shrunk se = Shrunk.of(sensitivity);
    Shrunk sp = Shrunk.of(specificity);
    double shrunkGain = se.value() + sp.value() - 1;
    double centre = (share + sp.value() - 1) / shrunkGain;
    double shift = 2 * z * z * (centre * se.variance() - (1 - centre) * sp.variance());
    double spread =
        z
            * Math.sqrt(
                share * (1 - share) / n
                    + centre * centre * se.variance()
                    + (1 - centre) * (1 - centre) * sp.variance())
            / shrunkGain;
    return new AdjustedPrevalence(
        within(value), within(centre + shift - spread), within(centre + shift + spread), referred);
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /** One success and one failure added, with the variance of the share. */
  private record Shrunk(double value, double variance) {

    static Shrunk of(Proportion proportion) {
      double trials = proportion.trials() + 2.0;
      double value = (proportion.successes() + 1.0) / trials;
      return new Shrunk(value, value * (1 - value) / trials);
    }
  }
}
