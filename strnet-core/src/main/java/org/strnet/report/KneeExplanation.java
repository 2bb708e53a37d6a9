package org.strnet.report;

import java.util.Objects;
import java.util.Optional;

/**
 * A knee's heat-map as pictures. It explains; it is not a finding.
 *
 * @param picture to keep as a file, as PNG
 * @param preview smaller, for a page
 * @param file where it was kept, if it was
 */
public record KneeExplanation(Picture picture, Picture preview, Optional<String> file) {

  /** Checks that all are there. */
  public KneeExplanation {
    Objects.requireNonNull(picture);
    Objects.requireNonNull(preview);
    Objects.requireNonNull(file);
  }

  /** The same, kept in a file. */
  KneeExplanation keptIn(String name) {
    return new KneeExplanation(picture, preview, Optional.of(name));
  }
}
