package org.strnet.dicom.result.sr;

import static org.strnet.dicom.result.sr.Relationship.CONTAINS;
import static org.strnet.dicom.result.sr.Relationship.HAS_CONCEPT_MOD;
import static org.strnet.dicom.result.sr.Relationship.HAS_OBS_CONTEXT;
import static org.strnet.dicom.result.sr.Relationship.HAS_PROPERTIES;
import static org.strnet.dicom.result.sr.Relationship.INFERRED_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.decision.Decision;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.content.ResultWords;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;
import org.strnet.dicom.result.series.ResultIdentity;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.Estimate;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;

/** The measurement group of one knee (TID 1501). */
final class KneeGroup {

  private final ResultContext context;
  private final ModelFacts facts;
  private final FilmHeader film;

  KneeGroup(ResultContext context) {
    this.context = context;
    this.facts = context.facts();
    this.film = context.film().header();
  }

  /** A scored knee; {@code decides} is empty on a film with one. */
  ContentItem scored(
      String name, Optional<BodySide> side, KneeResult knee, Optional<Boolean> decides) {
    List<ContentItem> items = begin(name, side);
    items.add(ContentItem.code(CONTAINS, Codes.QUALITY, Codes.ASSESSABLE));
    items.add(probability(knee));
    items.add(threshold());
    items.add(
        ContentItem.code(
            CONTAINS, Codes.SCREENING_RESULT, decision(facts.targets(), knee.decision())));
    zone(facts, Codes.ZONE, knee).ifPresent(items::add);
    severity(knee).ifPresent(items::add);
    facts
        .targets()
        .tScore()
        .ifPresent(target -> knee.tScore().ifPresent(value -> items.add(estimate(target, value))));
    decides.ifPresent(
        yes -> items.add(ContentItem.code(CONTAINS, Codes.DECIDES, yes ? Codes.YES : Codes.NO)));
    return ContentItem.container(CONTAINS, Codes.GROUP, items);
  }

  /** A knee, or the whole film, that was not assessed. */
  ContentItem unscored(String name, Optional<BodySide> side, NotAssessable why) {
    return refused(
        name, side, Codes.quality(why.reason()), Codes.reason(why.reason()), why.detail());
  }

  /** A film whose processing failed. */
  ContentItem failed(String name, Optional<BodySide> side, String message) {
    return refused(name, side, Optional.empty(), Codes.FAILED, message);
  }

  private ContentItem refused(
      String name, Optional<BodySide> side, Optional<Code> quality, Code reason, String detail) {
    List<ContentItem> items = begin(name, side);
    quality.ifPresent(code -> items.add(ContentItem.code(CONTAINS, Codes.QUALITY, code)));
    items.add(
        ContentItem.code(CONTAINS, Codes.NOT_ASSESSED, reason)
            .with(ContentItem.text(HAS_PROPERTIES, Codes.REASON_DETAIL, detail)));
    return ContentItem.container(CONTAINS, Codes.GROUP, items);
  }

  /** Tracking, site, algorithm (TID 4019) and the image. */
  private List<ContentItem> begin(String name, Optional<BodySide> side) {
    List<ContentItem> items = new ArrayList<>();
    items.add(ContentItem.text(HAS_OBS_CONTEXT, Codes.TRACKING_ID, name));
    items.add(
        ContentItem.plain(
            HAS_OBS_CONTEXT,
            ValueType.UIDREF,
            Codes.TRACKING_UID,
            ResultIdentity.trackingUid(context.film(), name)));
    ContentItem site = ContentItem.code(HAS_CONCEPT_MOD, Codes.FINDING_SITE, Codes.KNEE);
    items.add(
        side.map(
                known ->
                    site.with(
                        ContentItem.code(HAS_CONCEPT_MOD, Codes.LATERALITY, Codes.side(known))))
            .orElse(site));
    items.addAll(algorithm());
    items.add(
        ContentItem.image(
            CONTAINS, Optional.of(Codes.SOURCE), film.sopClassUid(), film.sopInstanceUid()));
    return items;
  }

  private List<ContentItem> algorithm() {
    return List.of(
        ContentItem.text(HAS_CONCEPT_MOD, Codes.ALGORITHM_NAME, facts.bundle()),
        ContentItem.text(
            HAS_CONCEPT_MOD, Codes.ALGORITHM_VERSION, context.device().softwareVersion()),
        ContentItem.text(
            HAS_CONCEPT_MOD, Codes.ALGORITHM_PARAMETERS, "bundle sha256 " + facts.sha256()),
        ContentItem.text(
            HAS_CONCEPT_MOD, Codes.ALGORITHM_MANUFACTURER, context.device().manufacturer()));
  }

  private ContentItem probability(KneeResult knee) {
    return ContentItem.number(CONTAINS, Codes.PROBABILITY, knee.boneLoss(), Codes.ONE)
        .with(
            ContentItem.text(HAS_CONCEPT_MOD, Codes.TARGET, facts.targets().screening().meaning()),
            ContentItem.image(
                INFERRED_FROM, Optional.empty(), film.sopClassUid(), film.sopInstanceUid()));
  }

  private ContentItem threshold() {
    double threshold = facts.operatingPoint().threshold();
    return ContentItem.number(CONTAINS, Codes.THRESHOLD, threshold, Codes.ONE)
        .with(
            ContentItem.text(HAS_CONCEPT_MOD, Codes.TARGET, facts.targets().screening().meaning()),
            ContentItem.text(
                HAS_PROPERTIES, Codes.OPERATING_POINT, ResultWords.operatingPoint(facts)));
  }

  static Code decision(HeadTargets targets, Decision decision) {
    return switch (decision) {
      case REFER -> targets.areBoneLoss() ? Codes.REFER : Codes.FLAGGED_OTHER;
      case NOT_FLAGGED -> targets.areBoneLoss() ? Codes.NOT_FLAGGED : Codes.NOT_FLAGGED_OTHER;
    };
  }

  /** A knee's zone with the two thresholds and what it means; empty without a reading in zones. */
  static Optional<ContentItem> zone(ModelFacts facts, Code name, KneeResult knee) {
    return facts
        .zones()
        .map(
            zones ->
                ContentItem.code(CONTAINS, name, Codes.zone(zones.zone(knee.boneLoss())))
                    .with(
                        ContentItem.number(
                            HAS_PROPERTIES, Codes.NO_FLAG_BELOW, zones.noFlagBelow(), Codes.ONE),
                        ContentItem.number(
                            HAS_PROPERTIES, Codes.FLAG_ABOVE, zones.flagAbove(), Codes.ONE),
                        ContentItem.text(
                            HAS_PROPERTIES,
                            Codes.ZONE_MEANING,
                            facts.zoneMeaning(knee).orElseThrow())));
  }

  /** Only of a flagged knee: of another one it would be read as a diagnosis. */
  private Optional<ContentItem> severity(KneeResult knee) {
    if (knee.decision() != Decision.REFER
        || knee.severity().isEmpty()
        || facts.targets().severity().isEmpty()) {
      return Optional.empty();
    }
    double probability = knee.severity().getAsDouble();
    String meaning = facts.targets().severity().get().meaning();
    if (!facts.targets().areBoneLoss()) {
      return Optional.of(
          ContentItem.number(CONTAINS, Codes.PROBABILITY, probability, Codes.ONE)
              .with(ContentItem.text(HAS_CONCEPT_MOD, Codes.TARGET, meaning)));
    }
    Code worse = probability >= 0.5 ? Codes.OSTEOPOROSIS : Codes.OSTEOPENIA;
    return Optional.of(
        ContentItem.code(CONTAINS, Codes.SEVERITY, worse)
            .with(
                ContentItem.number(HAS_PROPERTIES, Codes.PROBABILITY, probability, Codes.ONE)
                    .with(ContentItem.text(HAS_CONCEPT_MOD, Codes.TARGET, meaning)),
                ContentItem.text(HAS_PROPERTIES, Codes.CLASS_RULE, ResultWords.CLASS_RULE)));
  }

  /** The interval as the distances to its limits (TID 310, CID 221 gives no codes for limits). */
  private ContentItem estimate(ContinuousTarget target, Estimate estimate) {
    boolean tScore = target.name().equals("t_score");
    Code unit = tScore ? Codes.T_SCORE_UNIT : Codes.unit(ResultHeader.ascii(target.unit()));
    List<ContentItem> properties = new ArrayList<>();
    properties.add(ContentItem.text(HAS_CONCEPT_MOD, Codes.TARGET, target.meaning()));
    if (estimate.hasInterval()) {
      properties.add(
          ContentItem.number(
              HAS_PROPERTIES, Codes.LOWER_RANGE, estimate.value() - estimate.low(), unit));
      properties.add(
          ContentItem.number(
              HAS_PROPERTIES, Codes.UPPER_RANGE, estimate.high() - estimate.value(), unit));
    }
    properties.add(
        ContentItem.text(HAS_PROPERTIES, Codes.COMMENT, ResultWords.estimate(facts, target)));
    return ContentItem.number(
            CONTAINS, tScore ? Codes.T_SCORE : Codes.ESTIMATE, estimate.value(), unit)
        .with(properties);
  }
}
