package org.strnet.training.configuration;

import java.util.List;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.training.network.ClinicalPath;

/**
 * Which clinical variables enter, and where.
 *
 * @param variables in the order of the network's input; empty for the film alone
 * @param heads the heads that see them
 * @param path how they reach those heads
 * @param dropout chance that a training film hides all of them, and chance that each is hidden
 */
public record ClinicalConfiguration(
    List<ClinicalVariable> variables, ClinicalHeads heads, ClinicalPath path, double dropout) {

  /** Checks the chance. */
  public ClinicalConfiguration {
    variables = List.copyOf(variables);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("clinical dropout must be in [0, 1), found " + dropout);
    }
  }
}
