package org.strnet.evaluation.prediction;

import java.util.Optional;

/**
 * One row of {@code predictions.csv}.
 *
 * @param image as written in the cohort
 * @param outcome what became of the film
 * @param reason why it is not assessed; empty if it is
 * @param heads what the heads say, of an assessed film
 */
public record Prediction(
    String image, Outcome outcome, String reason, Optional<HeadEstimates> heads) {

  /** Checks that heads or a reason stand where they belong. */
  public Prediction {
    boolean assessed = outcome == Outcome.ASSESSED;
    if (assessed != heads.isPresent() || assessed != reason.isEmpty()) {
      throw new IllegalArgumentException(
          "an assessed film has estimates, any other a reason; found %s with '%s'"
              .formatted(outcome.code(), reason));
    }
  }

  /** An assessed film. */
  public static Prediction assessed(String image, HeadEstimates heads) {
    return new Prediction(image, Outcome.ASSESSED, "", Optional.of(heads));
  }

  /** A film that cannot be assessed, with the coded reason. */
  public static Prediction notAssessable(String image, String reason) {
    return new Prediction(image, Outcome.NOT_ASSESSABLE, reason, Optional.empty());
  }

  /** A film the program failed on, with what it said. */
  public static Prediction failed(String image, String reason) {
    return new Prediction(image, Outcome.FAILED, reason, Optional.empty());
  }
}
