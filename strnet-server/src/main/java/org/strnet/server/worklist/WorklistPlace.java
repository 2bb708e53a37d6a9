package org.strnet.server.worklist;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a page of the list begins: beside a film, so that addresses hold nothing of a patient.
 *
 * @param film beside which; empty for the end where reading begins
 * @param backwards whether the page ends before the film, instead of beginning after it
 */
public record WorklistPlace(Optional<String> film, boolean backwards) {

  /** The first page. */
  public static final WorklistPlace START = new WorklistPlace(Optional.empty(), false);

  /** Checks that the film is there or absent. */
  public WorklistPlace {
    Objects.requireNonNull(film);
  }

  /** The page after a film. */
  public static WorklistPlace after(String film) {
    return new WorklistPlace(Optional.of(film), false);
  }

  /** The page before a film. */
  public static WorklistPlace before(String film) {
    return new WorklistPlace(Optional.of(film), true);
  }
}
