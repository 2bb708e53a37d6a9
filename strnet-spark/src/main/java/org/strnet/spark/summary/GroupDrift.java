package org.strnet.spark.summary;

import java.util.Arrays;
import org.strnet.evaluation.drift.PopulationStability;

/**
 * How far the scores of a group are from the reference.
 *
 * @param group its name
 * @param stability of its scores
 */
record GroupDrift(String group, PopulationStability stability) {

  /** Scores that were compared. */
  int scores() {
    return Arrays.stream(stability.current()).sum();
  }

  /** What the index says, by convention and against chance. */
  String verdict() {
    if (stability.isShift()) {
      return "shift";
    }
    return stability.isWatch() ? "moderate change" : "no more than chance or 0.1";
  }
}
