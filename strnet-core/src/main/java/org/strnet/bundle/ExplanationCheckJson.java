package org.strnet.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The check of heat-maps in {@code bundle.json}. The key stands only in a bundle that was checked,
 * which an older program refuses.
 */
final class ExplanationCheckJson {

  static final String KEY = "explanation_check";

  private ExplanationCheckJson() {}

  static void write(ObjectNode json, ExplanationCheck check) {
    json.put("films", check.films())
        .put("cohort_hash", check.cohortHash())
        .put("date", check.date().toString());
    mean(json.putObject("deletion"), check.deletion());
    mean(json.putObject("likeness"), check.likeness());
  }

  private static void mean(ObjectNode json, ExplanationCheck.Mean mean) {
    json.put("value", mean.value()).put("low", mean.low()).put("high", mean.high());
  }

  static ExplanationCheck read(StrictJson json) {
    return new ExplanationCheck(
        json.count("films"),
        json.text("cohort_hash"),
        json.date("date"),
        json.object("deletion", ExplanationCheckJson::mean),
        json.object("likeness", ExplanationCheckJson::mean));
  }

  private static ExplanationCheck.Mean mean(StrictJson json) {
    return new ExplanationCheck.Mean(json.number("value"), json.number("low"), json.number("high"));
  }
}
