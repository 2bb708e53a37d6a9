package org.strnet.server.page.study;

import org.strnet.decision.Decision;
import org.strnet.report.ModelFacts;
import org.strnet.server.reading.Reading;

/**
 * A reading as the page shows it.
 *
 * @param words what was said
 * @param code its code
 * @param by whose
 * @param at when
 * @param reason in the reader's words, may be empty
 */
record ReadingView(String words, String code, String by, String at, String reason) {

  static ReadingView of(Reading reading, ModelFacts facts) {
    String words =
        switch (reading.action()) {
          case CONFIRM -> "Confirmed";
          case OVERRULE ->
              "Overruled: "
                  + reading
                      .decision()
                      .map(Decision::code)
                      .map(code -> KneeView.words(facts, code))
                      .orElseThrow();
          case NOT_ASSESSABLE -> "Marked not assessable";
        };
    return new ReadingView(
        words,
        reading.action().code(),
        reading.madeBy(),
        Figures.minute(reading.madeAt()),
        reading.reason());
  }
}
