package org.strnet.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.strnet.provenance.PrecisionAgreement;
import org.strnet.provenance.QuantisationProvenance;

/**
 * Where the 8-bit network comes from, in {@code bundle.json}. The key stands only in a bundle that
 * has one, which an older program refuses.
 */
final class QuantisationJson {

  static final String KEY = "quantisation";

  private QuantisationJson() {}

  static void write(ObjectNode json, QuantisationProvenance quantisation) {
    agreement(json.putObject("agreement"), quantisation.agreement());
    json.put("cohort_hash", quantisation.cohortHash())
        .put("films", quantisation.films())
        .put("float_network", quantisation.floatNetwork())
        .put("int8_network", quantisation.int8Network())
        .put("date", quantisation.date().toString())
        .put("command", quantisation.command());
  }

  static QuantisationProvenance read(StrictJson json) {
    return new QuantisationProvenance(
        json.text("cohort_hash"),
        json.count("films"),
        json.text("float_network"),
        json.text("int8_network"),
        json.object("agreement", QuantisationJson::agreement),
        json.date("date"),
        json.text("command"));
  }

  private static void agreement(ObjectNode json, PrecisionAgreement agreement) {
    json.put("films", agreement.films())
        .put("agreeing", agreement.agreeing())
        .put("probability_change", agreement.probabilityChange());
    agreement.tScoreChange().ifPresent(change -> json.put("t_score_change", change));
    agreement.aurocChange().ifPresent(change -> json.put("auroc_change", change));
  }

  private static PrecisionAgreement agreement(StrictJson json) {
    return new PrecisionAgreement(
        json.count("films"),
        json.count("agreeing"),
        json.number("probability_change"),
        numberIfThere(json, "t_score_change"),
        numberIfThere(json, "auroc_change"));
  }

  private static OptionalDouble numberIfThere(StrictJson json, String key) {
    return json.has(key) ? OptionalDouble.of(json.number(key)) : OptionalDouble.empty();
  }
}
