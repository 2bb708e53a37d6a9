package org.strnet.server.page.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ZoneLimits;
import org.strnet.report.ModelFacts;
import org.strnet.server.result.KneeFinding;

/**
 * One knee before and after a change of clinical variables.
 *
 * @param name of the knee
 * @param before as it is kept; empty where there was none
 * @param after as it would be
 * @param tScoreChange in words, in SD; empty where it cannot be told
 */
record KneeChange(String name, Optional<KneeView> before, KneeView after, String tScoreChange) {

  /** The knees of two results of one film, from left to right. */
  static List<KneeChange> of(List<KneeFinding> before, List<KneeFinding> after, ModelFacts facts) {
    Optional<ZoneLimits> zones = facts.zones().map(ReadingZones::limits);
    List<KneeView> old = KneeView.of(before, zones, facts);
    List<KneeView> now = KneeView.of(after, zones, facts);
    boolean comparable = old.size() == now.size();
    List<KneeChange> changes = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      changes.add(
          new KneeChange(
              now.get(i).name(),
              comparable ? Optional.of(old.get(i)) : Optional.empty(),
              now.get(i),
              comparable ? change(before.get(i), after.get(i)) : ""));
    }
    return changes;
  }

  private static String change(KneeFinding before, KneeFinding after) {
    return before.tScore().isPresent() && after.tScore().isPresent()
        ? Figures.tScore(after.tScore().getAsDouble() - before.tScore().getAsDouble())
        : "";
  }
}
