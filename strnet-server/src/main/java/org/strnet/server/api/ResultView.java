package org.strnet.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.strnet.decision.Decision;
import org.strnet.decision.Zone;
import org.strnet.network.HeadTargets;
import org.strnet.report.Wording;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/** A result as REST gives it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Result", description = "What was made of a film at one time; never changed")
record ResultView(
    String id,
    String filmId,
    @Schema(description = "From 1, rising with each result of the film") int number,
    Instant madeAt,
    String madeBy,
    @Schema(description = "ARRIVAL, CLINICAL_CHANGE or NEW_MODEL") String cause,
    @Schema(description = "assessed, not_assessable or failed") String outcome,
    @Nullable String reason,
    @Nullable String detail,
    @Schema(description = "refer or not_flagged; the latter rules nothing out")
        @Nullable String decision,
    @Schema(description = "The decision in words") @Nullable String wording,
    @Schema(description = "The three-zone reading; absent without one") @Nullable Zones zones,
    List<Knee> knees,
    @Schema(description = "Sentences that a reader must see") List<String> notices,
    @Schema(description = "Clinical variables that were used") Map<String, Double> clinical,
    String bundle,
    String bundleSha256,
    @Schema(description = "Probability from which films are referred") double threshold,
    @Schema(description = "Research use only") String use) {

  /** A three-zone reading as REST gives it. */
  @Schema(name = "Zones", description = "The zone of the worse knee, which stands for the film")
  record Zones(
      @Schema(description = "flag, grey or no_flag; the last rules nothing out") String zone,
      @Schema(description = "What the zone means; in the zone grey a person decides")
          String wording,
      @Schema(description = "A lower probability is in the zone no_flag") double noFlagBelow,
      @Schema(description = "A higher probability is in the zone flag") double flagAbove) {

    static @Nullable Zones of(StoredResult result) {
      return result
          .zone()
          .map(
              zone ->
                  new Zones(
                      zone.code(),
                      result.zoneMeaning().orElseThrow(),
                      result.zones().orElseThrow().noFlagBelow(),
                      result.zones().orElseThrow().flagAbove()))
          .orElse(null);
    }
  }

  /** A knee as REST gives it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Knee")
  record Knee(
      @Schema(description = "From 0, from left to right on the film") int index,
      @Schema(description = "R or L; absent where it is not known") @Nullable String side,
      @Schema(description = "Centre of the joint, fraction of the film's width") double cx,
      @Schema(description = "Centre of the joint, fraction of the film's height") double cy,
      @Schema(description = "Fraction of the film's width") double plateauWidth,
      @Schema(description = "Probability of bone loss, 0 to 1") double boneLoss,
      @Schema(description = "Probability of osteoporosis given bone loss, 0 to 1")
          @Nullable Double severity,
      @Schema(description = "Estimate in SD; not a measurement") @Nullable Double tScore,
      @Nullable Double tScoreLow,
      @Nullable Double tScoreHigh,
      String decision,
      @Schema(description = "flag, grey or no_flag; absent without a three-zone reading")
          @Nullable String zone,
      @Schema(description = "Address of the heat-map") @Nullable String heatMap) {}

  static ResultView of(StoredResult result, HeadTargets targets) {
    List<Knee> knees = new ArrayList<>();
    for (int i = 0; i < result.knees().size(); i++) {
      knees.add(knee(result, i));
    }
    return new ResultView(
        result.id(),
        result.filmId(),
        result.number(),
        result.madeAt(),
        result.madeBy(),
        result.cause().name(),
        result.outcome(),
        result.reason().orElse(null),
        result.detail().orElse(null),
        result.decision().orElse(null),
        result.decision().map(code -> words(targets, code)).orElse(null),
        Zones.of(result),
        knees,
        result.notices(),
        result.clinical(),
        result.bundle(),
        result.bundleSha256(),
        result.threshold(),
        Wording.RESEARCH_USE);
  }

  private static String words(HeadTargets targets, String code) {
    Decision decision = code.equals(Decision.REFER.code()) ? Decision.REFER : Decision.NOT_FLAGGED;
    return Wording.decision(targets, decision);
  }

  private static Knee knee(StoredResult result, int index) {
    KneeFinding knee = result.knees().get(index);
    return new Knee(
        index,
        knee.side().isEmpty() ? null : knee.side(),
        knee.cx(),
        knee.cy(),
        knee.plateauWidth(),
        knee.boneLoss(),
        number(knee.severity()),
        number(knee.tScore()),
        number(knee.tLow()),
        number(knee.tHigh()),
        knee.decision(),
        result.zone(knee).map(Zone::code).orElse(null),
        knee.heat()
            .map(
                place ->
                    "/api/v1/films/%s/results/%d/heat-maps/%d"
                        .formatted(result.filmId(), result.number(), index))
            .orElse(null));
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
