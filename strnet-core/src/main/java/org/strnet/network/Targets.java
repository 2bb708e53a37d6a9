package org.strnet.network;

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
public record Targets(
    BinaryTarget screening, Optional<BinaryTarget> severity, Optional<ContinuousTarget> tScore) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String BONE_LOSS = "bone_loss";

  /** Checks that no two targets share a name. */
  public Targets {
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
  public static Targets boneLoss(String referenceStandard) {
    return new Targets(
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

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name in result files is lower-case letters, digits and underscores, found " + name);
    }
  }
}
