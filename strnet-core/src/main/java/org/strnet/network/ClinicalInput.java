package org.strnet.network;

import java.util.Objects;

/**
 * What a network takes beside the film.
 *
 * @param encoding the variables and how they are standardised
 * @param heads which heads they enter
 */
public record ClinicalInput(ClinicalEncoding encoding, ClinicalHeads heads) {

  /** Checks that both parts are there. */
  public ClinicalInput {
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(heads);
  }
}
