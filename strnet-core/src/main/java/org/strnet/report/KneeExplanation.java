package org.strnet.report;

import java.util.Objects;
import java.util.Optional;
import org.strnet.explanation.ExplainedKnee;

/**
 * A knee's heat-map as pictures. It explains; it is not a finding.
 *
 * @param picture to keep as a file, as PNG
 * @param preview smaller, for a page
 * @param heat the map itself and where on the film it lies, where a viewer lays it over the film
 * @param file where it was kept, if it was
 */
public record KneeExplanation(
    Picture picture, Picture preview, Optional<ExplainedKnee> heat, Optional<String> file) {

  /** Checks that all are there. */
  public KneeExplanation {
    Objects.requireNonNull(picture);
    Objects.requireNonNull(preview);
    Objects.requireNonNull(heat);
    Objects.requireNonNull(file);
  }

  /** The same, kept in a file. */
  KneeExplanation keptIn(String name) {
    return new KneeExplanation(picture, preview, heat, Optional.of(name));
  }
}
