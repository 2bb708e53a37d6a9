package org.strnet.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.strnet.provenance.QuantisationProvenance;

/**
 * Where the 8-bit network comes from, in {@code bundle.json}. The key stands only in a bundle that
 * has one, which an older program refuses.
 */
final class QuantisationJson {

  static final String KEY = "quantisation";

  private QuantisationJson() {}

  static void write(ObjectNode json, QuantisationProvenance quantisation) {
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
        json.date("date"),
        json.text("command"));
  }
}
