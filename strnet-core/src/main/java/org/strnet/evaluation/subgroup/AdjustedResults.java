package org.strnet.evaluation.subgroup;

import java.util.List;
import org.strnet.evaluation.estimate.Estimate;

/**
 * The screening area within, and adjusted for, groups that may explain it without the bone: the way
 * a film was taken, the patient's age.
 *
 * @param column the column, e.g. {@code framing}
 * @param how how values became strata, e.g. {@code as written}
 * @param crude the area over all films
 * @param adjusted the covariate-adjusted area (Janes and Pepe 2009, Biometrika 96:371), or why
 *     there is none
 * @param strata the area within each group
 */
public record AdjustedResults(
    String column, String how, Estimate crude, Estimate adjusted, List<Stratum> strata) {

  /** Copies the list. */
  public AdjustedResults {
    strata = List.copyOf(strata);
  }

  /**
   * One stratum.
   *
   * @param name the value or band
   * @param positives assessed films with the finding
   * @param negatives assessed films without
   * @param auroc within the stratum, or why there is none
   */
  public record Stratum(String name, int positives, int negatives, Estimate auroc) {}
}
