package org.strnet.network;

import java.util.Objects;

/**
 * What a logit is about.
 *
 * @param name short name in result files, e.g. {@code bone_loss}: lower-case letters, digits and
 *     underscores
 * @param meaning one sentence part for a reader, e.g. {@code T-score below -1.0}
 * @param positive name of the class a high logit speaks for, written like {@code name}
 * @param negative name of the other class, written like {@code name}
 */
public record BinaryTarget(String name, String meaning, String positive, String negative) {

  /** Checks the names. */
  public BinaryTarget {
    HeadTargets.requireName(name);
    HeadTargets.requireName(positive);
    HeadTargets.requireName(negative);
    Objects.requireNonNull(meaning);
    if (positive.equals(negative)) {
      throw new IllegalArgumentException("two classes need two names, found " + positive);
    }
  }

  /**
   * A control task's target, named after its meaning.
   *
   * @param meaning what the positive class means, e.g. {@code kl >= 2}
   */
  public static BinaryTarget of(String meaning) {
    String name = HeadTargets.nameOf(meaning);
    return new BinaryTarget(name, meaning, name, "not_" + name);
  }
}
