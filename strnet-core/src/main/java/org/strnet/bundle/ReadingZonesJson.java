package org.strnet.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ZoneLevels;

/**
 * The three-zone reading in {@code bundle.json}. The key stands only in a bundle that has one,
 * which an older program refuses.
 */
final class ReadingZonesJson {

  static final String KEY = "zones";

  private ReadingZonesJson() {}

  static void write(ObjectNode json, ReadingZones zones) {
    json.put("no_flag_below", zones.noFlagBelow())
        .put("flag_above", zones.flagAbove())
        .put("missed_level", zones.levels().missed())
        .put("falsely_flagged_level", zones.levels().falselyFlagged())
        .put("positives", zones.positives())
        .put("negatives", zones.negatives())
        .put("cohort_hash", zones.cohortHash())
        .put("chosen_on", zones.chosenOn().toString());
  }

  static ReadingZones read(StrictJson json) {
    return new ReadingZones(
        json.number("no_flag_below"),
        json.number("flag_above"),
        new ZoneLevels(json.number("missed_level"), json.number("falsely_flagged_level")),
        json.count("positives"),
        json.count("negatives"),
        json.text("cohort_hash"),
        json.date("chosen_on"));
  }
}
