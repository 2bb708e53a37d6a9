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
    Targets.requireName(name);
    Targets.requireName(positive);
    Targets.requireName(negative);
    Objects.requireNonNull(meaning);
    if (positive.equals(negative)) {
      throw new IllegalArgumentException("two classes need two names, found " + positive);
    }
  }
}
