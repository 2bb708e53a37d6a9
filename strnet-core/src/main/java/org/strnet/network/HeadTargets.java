package org.strnet.network;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the three heads of a bundle were trained for. A control task (grade of osteoarthritis, sex,
 * body mass index) has targets of its own, and may leave heads untrained: nothing is reported of
 * those.
 *
 * @param screening the first logit
 * @param severity the second logit, about films of the positive screening class only
 * @param tScore the third head
 */
public record HeadTargets(
    BinaryTarget screening, Optional<BinaryTarget> severity, Optional<ContinuousTarget> tScore) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String BONE_LOSS = "bone_loss";

  /** Checks that no two targets share a name. */
  public HeadTargets {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(tScore);
    if (severity.isPresent() && severity.get().name().equals(screening.name())) {
      throw new IllegalArgumentException("two targets need two names, found " + screening.name());
    }
  }

  /**
   * Bone loss, osteoporosis given bone loss, and T-score.
   *
   * @param referenceStandard how the T-score was measured
   */
  public static HeadTargets boneLoss(String referenceStandard) {
    return new HeadTargets(
        new BinaryTarget(BONE_LOSS, "bone loss (T-score below -1.0)", "bone_loss", "normal"),
        Optional.of(
            new BinaryTarget(
                "osteoporosis_given_loss",
                "osteoporosis (T-score of -2.5 or below) given bone loss",
                "osteoporosis",
                "osteopenia")),
        Optional.of(new ContinuousTarget("t_score", "T-score", "SD", referenceStandard)));
  }

  /** Whether the network screens for bone loss, not for a control task's target. */
  public boolean areBoneLoss() {
    return screening.name().equals(BONE_LOSS);
  }

  /**
   * A name in result files for a text: {@code kl >= 2} becomes {@code kl_at_least_2}.
   *
   * @throws IllegalArgumentException when no letter comes first
   */
  static String nameOf(String text) {
    String words = text.toLowerCase(Locale.ROOT).replace(">=", " at least ");
    String name = words.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    requireName(name);
    return name;
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name in result files is lower-case letters, digits and underscores, found " + name);
    }
  }
}
