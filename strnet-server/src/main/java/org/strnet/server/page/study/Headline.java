package org.strnet.server.page.study;

import java.util.Locale;
import java.util.Optional;
import org.strnet.report.ModelFacts;
import org.strnet.server.result.StoredResult;

/**
 * What a result says, first.
 *
 * @param code of the decision, or of the outcome
 * @param tag in one or two words
 * @param words the wording of the report
 * @param lead the figure that decided, or the reason of a refusal
 * @param zone where it stands in a three-zone reading; empty without one
 */
record Headline(String code, String tag, String words, String lead, Optional<ZoneWords> zone) {

  static Headline of(StoredResult result, ModelFacts facts) {
    String code = result.decision().orElse(result.outcome());
    return new Headline(
        code,
        ResultRow.tag(result),
        result
            .decision()
            .map(decision -> capital(KneeView.words(facts, decision)))
            .orElseGet(() -> refused(result)),
        result
            .worst()
            .map(knee -> figure(result, knee.boneLoss()))
            .orElseGet(() -> capital(result.detail().orElse(""))),
        ZoneWords.of(result));
  }

  private static String refused(StoredResult result) {
    return result.outcome().equals("failed")
        ? "The film could not be processed"
        : capital(result.reason().orElse("").replace('_', ' '));
  }

  private static String figure(StoredResult result, double probability) {
    String relation = probability >= result.threshold() ? "reaches" : "does not reach";
    return String.format(
        Locale.ROOT,
        "Probability %s %s the operating point of %.3f.%s",
        Figures.probability(probability),
        relation,
        result.threshold(),
        result.knees().size() > 1
            ? " The knee with the highest probability decides for the film."
            : "");
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
