package org.strnet.server.page.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strnet.decision.Decision;
import org.strnet.decision.ZoneLimits;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/**
 * One knee as the page shows it.
 *
 * @param name e.g. {@code Right knee}
 * @param decision code of the decision
 * @param words the decision in words
 * @param probability in words
 * @param at place of the probability on its scale, in percent
 * @param deciding whether it decides for a film with several knees
 * @param zone of a three-zone reading; empty without one
 * @param classes the three classes
 * @param tScore the estimate on the WHO's scale
 */
record KneeView(
    String name,
    String decision,
    String words,
    String probability,
    String at,
    boolean deciding,
    Optional<ZoneBand> zone,
    Optional<ThreeClassBar> classes,
    Optional<TScoreMark> tScore) {

  /** The knees of a result, from left to right on the film. */
  static List<KneeView> of(StoredResult result, ModelFacts facts) {
    return of(result.knees(), result.zones(), facts);
  }

  /** Scored knees that need not be stored. */
  static List<KneeView> of(List<KneeFinding> knees, Optional<ZoneLimits> zones, ModelFacts facts) {
    double most = knees.stream().mapToDouble(KneeFinding::boneLoss).max().orElse(0);
    return IntStream.range(0, knees.size())
        .mapToObj(
            i ->
                of(
                    knees.get(i),
                    name(knees.get(i).side(), i, knees.size()),
                    knees.size() > 1 && knees.get(i).boneLoss() == most,
                    zones,
                    facts))
        .toList();
  }

  private static KneeView of(
      KneeFinding knee,
      String name,
      boolean deciding,
      Optional<ZoneLimits> zones,
      ModelFacts facts) {
    boolean boneLoss = facts.targets().areBoneLoss();
    return new KneeView(
        name,
        knee.decision(),
        words(facts, knee.decision()),
        Figures.probability(knee.boneLoss()),
        Figures.place(100 * knee.boneLoss()),
        deciding,
        zones.map(limits -> ZoneBand.of(limits, knee.boneLoss())),
        boneLoss ? ThreeClassBar.of(knee) : Optional.empty(),
        boneLoss ? TScoreMark.of(knee) : Optional.empty());
  }

  /** What a stored decision is called. */
  static String words(ModelFacts facts, String code) {
    Decision decision = code.equals(Decision.REFER.code()) ? Decision.REFER : Decision.NOT_FLAGGED;
    return Wording.decision(facts.targets(), decision);
  }

  /** What a knee is called; by its place where its side is not known. */
  static String name(String side, int index, int count) {
    return switch (side) {
      case "R" -> "Right knee";
      case "L" -> "Left knee";
      default -> count == 1 ? "Knee" : "Knee " + (index + 1);
    };
  }
}
