package org.strnet.spark.summary;

import java.util.Objects;

/**
 * How many films came to what.
 *
 * @param outcome coded
 * @param reason coded, empty where there is none
 * @param films how many
 */
record OutcomeCount(String outcome, String reason, long films) {

  OutcomeCount {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(reason);
  }
}
