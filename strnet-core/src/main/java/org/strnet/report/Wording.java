package org.strnet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.strnet.decision.Decision;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.Zone;
import org.strnet.decision.ZoneLimits;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.radiograph.NotAssessable;

/** The words of every report, in one place. */
public final class Wording {

  /** Stands where a heat-map would, for a network whose maps failed their check. */
  public static final String NO_HEAT_MAP =
      "No heat-map is shown: when it was checked, what it marks on the film did not explain the result.";

  /** Stands on every output for readers. */
  public static final String RESEARCH_USE =
      "Research use only. It prompts a bone densitometry; it does not diagnose and cannot rule out"
          + " bone loss.";

  private Wording() {}

  /** What a decision is called. */
  public static String decision(HeadTargets targets, Decision decision) {
    if (targets.areBoneLoss()) {
      return switch (decision) {
        case REFER -> "refer for densitometry";
        case NOT_FLAGGED -> "not flagged (bone loss is not ruled out)";
      };
    }
    String meaning = targets.screening().meaning();
    return switch (decision) {
      case REFER -> "flagged: " + meaning;
      case NOT_FLAGGED -> "not flagged (" + meaning + " is not ruled out)";
    };
  }

  /** What a zone of a three-zone reading is called, with its label. */
  public static String zone(Zone zone) {
    return "zone: " + zoneName(zone);
  }

  /** What a zone of a three-zone reading is called beside a label. */
  public static String zoneName(Zone zone) {
    return switch (zone) {
      case FLAG -> "flag";
      case GREY -> "grey (the film says too little either way)";
      case NO_FLAG -> "no flag (nothing is ruled out)";
    };
  }

  /** What a zone is called where there is room for a few words. */
  public static String zoneTag(Zone zone) {
    return switch (zone) {
      case FLAG -> "Zone: flag";
      case GREY -> "Grey zone: a person decides";
      case NO_FLAG -> "Zone: no flag";
    };
  }

  /** What the zone of a probability means, as a sentence. */
  public static String zoneMeaning(ZoneLimits limits, double boneLossProbability) {
    return switch (limits.zone(boneLossProbability)) {
      case FLAG ->
          String.format(
              Locale.ROOT,
              "Zone flag: above %.3f, where on average no more films without the finding fall than"
                  + " promised.",
              limits.flagAbove());
      case GREY ->
          String.format(
              Locale.ROOT,
              "Grey zone: between the two thresholds (%.3f to %.3f) the promised risk holds for"
                  + " neither side; a person decides.",
              limits.noFlagBelow(),
              limits.flagAbove());
      case NO_FLAG ->
          String.format(
              Locale.ROOT,
              "Zone no flag: below %.3f, where on average no more films with the finding fall than"
                  + " promised; nothing is ruled out.",
              limits.noFlagBelow());
    };
  }

  /** What a film that cannot be assessed is called. */
  public static String notAssessable(NotAssessable why) {
    return "not assessable: " + words(why.reason()) + " - " + why.detail();
  }

  /** The reason as it stands in JSON and CSV. */
  public static String code(NotAssessable.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static String words(NotAssessable.Reason reason) {
    return code(reason).replace('_', ' ');
  }

  /** An estimate with its interval, e.g. {@code -1.9 (-3.1 to -0.7)}. */
  public static String estimate(Estimate estimate) {
    String value = String.format(Locale.ROOT, "%.1f", estimate.value());
    return estimate.hasInterval()
        ? value + String.format(Locale.ROOT, " (%.1f to %.1f)", estimate.low(), estimate.high())
        : value + " (no interval)";
  }

  /** A probability with two decimals. */
  public static String probability(double probability) {
    return String.format(Locale.ROOT, "%.2f", probability);
  }

  /** Sentences on where results come from; each figure with its interval, n and cohort. */
  public static List<String> facts(ModelFacts facts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Bundle %s (%s), trained on %s: %d films of %d patients."
            .formatted(
                facts.bundle(),
                facts.sha256().substring(0, 12),
                facts.cohort().name(),
                facts.cohort().films(),
                facts.cohort().patients()));
    sentences.add(operatingPoint(facts.operatingPoint()));
    facts.zones().ifPresent(zones -> sentences.add(zones(zones)));
    facts.targets().tScore().ifPresent(target -> sentences.add(interval(facts, target)));
    return sentences;
  }

  private static String operatingPoint(OperatingPoint point) {
    return String.format(
        Locale.ROOT,
        "Threshold %.3f (rule %s, sensitivity floor %.2f); on the films it was chosen on:"
            + " sensitivity %s, specificity %s.",
        point.threshold(),
        point.rule().code(),
        point.floor(),
        proportion(point.sensitivity()),
        proportion(point.specificity()));
  }

  private static String zones(ReadingZones zones) {
    return String.format(
        Locale.ROOT,
        "Three zones by conformal risk control: no flag below %.3f, where at most %.1f %% of films with"
            + " the finding fall (n = %d), flag above %.3f, where at most %.1f %% of films without it"
            + " fall (n = %d); both on average over choices of the thresholds.",
        zones.noFlagBelow(),
        100 * zones.levels().missed(),
        zones.positives(),
        zones.flagAbove(),
        100 * zones.levels().falselyFlagged(),
        zones.negatives());
  }

  private static String proportion(Proportion proportion) {
    return String.format(
        Locale.ROOT,
        "%.2f (95 %% interval %.2f to %.2f, n = %d)",
        proportion.value(),
        proportion.low(),
        proportion.high(),
        proportion.trials());
  }

  private static String interval(ModelFacts facts, ContinuousTarget target) {
    var interval = facts.tScoreInterval();
    String limits =
        Double.isInfinite(interval.halfWidth())
            ? "no interval, because only %d films could calibrate one".formatted(interval.n())
            : String.format(
                Locale.ROOT,
                "%.0f %% interval calibrated on %d films",
                100 * interval.coverage(),
                interval.n());
    return "%s in %s: %s; reference standard: %s."
        .formatted(target.meaning(), target.unit(), limits, target.referenceStandard());
  }

  /** Which clinical variables were used and which were missing; empty when the network has none. */
  public static Optional<String> clinical(ModelFacts facts, Set<ClinicalVariable> used) {
    List<ClinicalVariable> taken =
        facts.clinical().encoding().columns().stream().map(column -> column.variable()).toList();
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    String heads =
        facts.clinical().heads() == ClinicalHeads.ALL ? "in all heads" : "in the T-score head only";
    String given = names(taken.stream().filter(used::contains).toList());
    String missing = names(taken.stream().filter(variable -> !used.contains(variable)).toList());
    return Optional.of(
        "Clinical variables (%s): used %s; missing %s.%s"
            .formatted(
                heads,
                given,
                missing,
                taken.stream().noneMatch(used::contains) ? alone(facts) : ""));
  }

  /** What a result is worth for which the film is all there is. */
  private static String alone(ModelFacts facts) {
    return facts.heatMaps()
        ? ""
        : " The film alone hardly moves this network: without any of them its result is near the base rate"
            + " of the films that it was trained on.";
  }

  private static String names(List<ClinicalVariable> variables) {
    return variables.isEmpty()
        ? "none"
        : variables.stream()
            .map(variable -> variable.column().replace('_', ' '))
            .collect(Collectors.joining(", "));
  }
}
