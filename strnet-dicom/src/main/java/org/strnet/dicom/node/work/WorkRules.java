package org.strnet.dicom.node.work;

import java.time.Duration;
import java.util.Objects;

/**
 * How objects are processed.
 *
 * @param threads at once
 * @param longest time one attempt may take
 * @param attempts after which an object that fails is left alone
 * @param crashes of the process after which an object that was being processed is left alone
 * @param pause before another attempt, doubled with each
 */
public record WorkRules(int threads, Duration longest, int attempts, int crashes, Duration pause) {

  /** Checks that all are positive. */
  public WorkRules {
    Objects.requireNonNull(longest);
    Objects.requireNonNull(pause);
    if (threads < 1 || attempts < 1 || crashes < 1 || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("limits of the work are positive");
    }
  }
}
