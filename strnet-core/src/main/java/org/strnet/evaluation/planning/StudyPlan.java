package org.strnet.evaluation.planning;

import java.util.List;
import java.util.OptionalInt;
import org.strnet.evaluation.estimate.Metrics;

/**
 * How many assessable patients with a reference a study needs.
 *
 * @param goal what was asked for, in words
 * @param sizes by formula; the first is the plan's, others stand beside it
 * @param positives expected patients with the finding, where the question has one
 * @param assumptions what the numbers rest on, one sentence each
 * @param simulated what simulated studies of that size achieve
 */
public record StudyPlan(
    String goal,
    List<SampleSize> sizes,
    OptionalInt positives,
    List<String> assumptions,
    Metrics simulated) {

  /** Copies the lists; there is at least one size. */
  public StudyPlan {
    sizes = List.copyOf(sizes);
    assumptions = List.copyOf(assumptions);
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a size");
    }
  }

  /** The patients needed. */
  public int patients() {
    return sizes.get(0).patients();
  }
}
