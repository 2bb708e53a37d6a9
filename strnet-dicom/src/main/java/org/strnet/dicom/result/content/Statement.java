package org.strnet.dicom.result.content;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.strnet.report.Picture;

/**
 * What is said of one film.
 *
 * @param tone what kind of result it is
 * @param headline the result in a few words
 * @param lead one or two sentences that explain it
 * @param patient name and ID, where pages may show them
 * @param film the film with its knees marked, where it was drawn
 * @param knees the scored knees from left to right
 * @param notices what a reader must know of this film: knees left out, corrections, clinical
 *     variables
 * @param facts where the figures come from
 * @param origin which device and bundle made it, and when
 */
public record Statement(
    Tone tone,
    String headline,
    String lead,
    Optional<String> patient,
    Optional<Picture> film,
    List<KneeStatement> knees,
    List<String> notices,
    List<String> facts,
    String origin) {

  /** Copies the lists. */
  public Statement {
    Objects.requireNonNull(tone);
    Objects.requireNonNull(headline);
    Objects.requireNonNull(lead);
    Objects.requireNonNull(patient);
    Objects.requireNonNull(film);
    knees = List.copyOf(knees);
    notices = List.copyOf(notices);
    facts = List.copyOf(facts);
    Objects.requireNonNull(origin);
  }
}
