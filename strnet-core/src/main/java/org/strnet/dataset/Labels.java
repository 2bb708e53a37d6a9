package org.strnet.dataset;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the heads should say of one film, as far as it is known. In a control task the three stand
 * for other targets.
 *
 * @param boneLoss 1 or 0
 * @param osteoporosis 1 or 0; only where bone loss is 1
 * @param tScore T-score in SD
 */
public record Labels(OptionalInt boneLoss, OptionalInt osteoporosis, OptionalDouble tScore) {

  /** Nothing is known. */
  public static final Labels NONE =
      new Labels(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());

  /** Checks that severity stands only where there is bone loss. */
  public Labels {
    if (!isBinary(boneLoss) || !isBinary(osteoporosis)) {
      throw new IllegalArgumentException(
          "labels must be 0 or 1, found " + boneLoss + ", " + osteoporosis);
    }
    if (osteoporosis.isPresent() && boneLoss.orElse(0) != 1) {
      throw new IllegalArgumentException("severity is known only where there is bone loss");
    }
  }

  private static boolean isBinary(OptionalInt label) {
    return label.orElse(0) == 0 || label.orElse(0) == 1;
  }

  static OptionalInt of(Optional<Boolean> label) {
    return label.isEmpty() ? OptionalInt.empty() : OptionalInt.of(label.get() ? 1 : 0);
  }
}
