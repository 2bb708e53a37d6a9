package org.strnet.spark.summary;

import java.util.Objects;
import org.strnet.decision.Proportion;

/**
 * The films of one group.
 *
 * @param group its name, "not stated" for films whose header does not say
 * @param films all but copies
 * @param assessed of them
 * @param refer of those assessed, to be referred
 */
record GroupPositivity(String group, long films, long assessed, long refer) {

  GroupPositivity {
    Objects.requireNonNull(group);
    if (refer > assessed || assessed > films) {
      throw new IllegalArgumentException(
          "refer <= assessed <= films, found %d, %d, %d".formatted(refer, assessed, films));
    }
  }

  /** Share to be referred of those assessed, of at least one. */
  Proportion positivity() {
    return new Proportion(Math.toIntExact(refer), Math.toIntExact(assessed));
  }
}
