package org.strnet.provenance;

import java.util.Objects;

/**
 * The films a network was trained on, as a report quotes them.
 *
 * @param name what the cohort is called
 * @param films how many films, at least 1
 * @param patients how many patients, 1 to films
 * @param terms under which terms the films may be used
 */
public record TrainingCohort(String name, int films, int patients, String terms) {

  /** Checks the counts. */
  public TrainingCohort {
    Objects.requireNonNull(name);
    Objects.requireNonNull(terms);
    if (films < 1 || patients < 1 || patients > films) {
      throw new IllegalArgumentException(
          "a cohort has films and at most as many patients, found %d films of %d patients"
              .formatted(films, patients));
    }
  }
}
