package org.strnet.server.page.study;

import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/**
 * A result in the history.
 *
 * @param number from 1
 * @param at when
 * @param by whose
 * @param cause why
 * @param code of the decision, or of the outcome
 * @param words the decision, or the outcome
 * @param zone of a three-zone reading in a few words; empty without one
 * @param probability the highest of its knees; empty without one
 * @param tScore of the same knee; empty without one
 */
record ResultRow(
    int number,
    String at,
    String by,
    String cause,
    String code,
    String words,
    String zone,
    String probability,
    String tScore) {

  static ResultRow of(StoredResult result, ModelFacts facts) {
    return new ResultRow(
        result.number(),
        Figures.minute(result.madeAt()),
        result.madeBy(),
        switch (result.cause()) {
          case ARRIVAL -> "arrival";
          case CLINICAL_CHANGE -> "clinical variables";
          case NEW_MODEL -> "model or threshold";
        },
        result.decision().orElse(result.outcome()),
        tag(result),
        result.zone().map(Wording::zoneTag).orElse(""),
        result.worst().map(knee -> Figures.probability(knee.boneLoss())).orElse(""),
        result
            .worst()
            .map(KneeFinding::tScore)
            .filter(score -> score.isPresent() && facts.targets().areBoneLoss())
            .map(score -> Figures.tScore(score.getAsDouble()))
            .orElse(""));
  }

  /** One or two words for a result. */
  static String tag(StoredResult result) {
    return tag(result.decision().orElse(result.outcome()));
  }

  /** One or two words for the code of a decision or an outcome. */
  static String tag(String code) {
    return switch (code) {
      case "refer" -> "Refer";
      case "not_flagged" -> "Not flagged";
      case "not_assessable" -> "Not assessable";
      case "failed" -> "Failed";
      default -> "Waiting";
    };
  }
}
