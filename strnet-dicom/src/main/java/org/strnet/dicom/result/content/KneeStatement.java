package org.strnet.dicom.result.content;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.strnet.decision.Decision;
import org.strnet.report.Estimate;
import org.strnet.report.Picture;

/**
 * What is said of one scored knee.
 *
 * @param name which knee, e.g. {@code Right knee}
 * @param decision what the operating point says of it
 * @param wording the decision in words
 * @param figures label and value, in the order to show them
 * @param tScore the estimated T-score where there is one; empty for other targets
 * @param explanation crop and heat-map
 * @param decides whether it decides for a film with several knees
 */
public record KneeStatement(
    String name,
    Decision decision,
    String wording,
    List<Figure> figures,
    Optional<Estimate> tScore,
    Optional<Picture> explanation,
    boolean decides) {

  /**
   * A labelled value.
   *
   * @param label what it is
   * @param value in words
   */
  public record Figure(String label, String value) {}

  /** Copies the list. */
  public KneeStatement {
    Objects.requireNonNull(name);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(wording);
    figures = List.copyOf(figures);
    Objects.requireNonNull(tScore);
    Objects.requireNonNull(explanation);
  }
}
