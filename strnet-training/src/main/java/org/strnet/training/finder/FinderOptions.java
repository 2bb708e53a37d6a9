package org.strnet.training.finder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a study of the finder reads and where it writes.
 *
 * @param cohort cohort file with annotated joints
 * @param crops cohort file of knee crops whose joint lies at an average place, if there are any
 * @param others folder of films without a knee, if there is one
 * @param phantoms number of phantom films to draw, 0 or more
 * @param steps training batches
 * @param threads threads of LibTorch
 * @param seed of everything
 * @param out folder that receives the results
 */
public record FinderOptions(
    Path cohort,
    Optional<Path> crops,
    Optional<Path> others,
    int phantoms,
    int steps,
    int threads,
    long seed,
    Path out) {

  /** Checks the ranges. */
  public FinderOptions {
    if (phantoms < 0 || steps < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "0 phantoms or more, 1 step and 1 thread or more, found %d, %d, %d"
              .formatted(phantoms, steps, threads));
    }
  }
}
