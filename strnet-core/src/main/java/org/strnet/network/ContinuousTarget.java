package org.strnet.network;

import java.util.Objects;

/**
 * What the third head estimates.
 *
 * @param name short name in result files, e.g. {@code t_score}: lower-case letters, digits and
 *     underscores
 * @param meaning one sentence part for a reader, e.g. {@code T-score}
 * @param unit unit of the estimate, e.g. {@code SD}
 * @param referenceStandard how the reference was measured, e.g. {@code quantitative ultrasound of
 *     the knee}
 */
public record ContinuousTarget(String name, String meaning, String unit, String referenceStandard) {

  /** Checks the name. */
  public ContinuousTarget {
    HeadTargets.requireName(name);
    Objects.requireNonNull(meaning);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(referenceStandard);
  }

  /**
   * A control task's target, named after its meaning.
   *
   * @param meaning what is estimated, e.g. {@code KL grade}
   * @param unit its unit, e.g. {@code grades}
   * @param referenceStandard how the reference was measured
   */
  public static ContinuousTarget of(String meaning, String unit, String referenceStandard) {
    return new ContinuousTarget(HeadTargets.nameOf(meaning), meaning, unit, referenceStandard);
  }
}
