package org.strnet.server.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.springframework.stereotype.Component;
import org.strnet.decision.ZoneLimits;
import org.strnet.report.Wording;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/** One Observation for each knee and head; of a film without a score, why it has none. */
@Component
class ObservationResources {

  private static final String REFER = "refer";

  private final ResourceFacts facts;

  ObservationResources(ResourceFacts facts) {
    this.facts = facts;
  }

  /** All of a result, knees from left to right. */
  List<Observation> of(ReportedFilm reported) {
    StoredResult result = reported.result();
    List<Observation> observations = new ArrayList<>();
    if (!result.outcome().equals("assessed")) {
      observations.add(withoutScore(reported));
      result.reason().ifPresent(reason -> observations.add(reason(reported, reason)));
      return observations;
    }
    for (int i = 0; i < result.knees().size(); i++) {
      KneeFinding knee = result.knees().get(i);
      observations.add(boneLoss(reported, knee, i));
      // What is given bone loss is said only where bone loss is likely.
      if (knee.severity().isPresent() && knee.decision().equals(REFER)) {
        observations.add(severity(reported, knee, i));
      }
      if (knee.tScore().isPresent()) {
        observations.add(tScore(reported, knee, i));
      }
    }
    return observations;
  }

  private Observation boneLoss(ReportedFilm reported, KneeFinding knee, int index) {
    Observation observation = ofKnee(reported, knee, index, "bone-loss");
    observation.setCode(boneLossCode());
    observation.setValue(FhirCodes.probability(knee.boneLoss()));
    boolean refer = knee.decision().equals(REFER);
    observation.addInterpretation(
        refer
            ? FhirCodes.own("REFER", "Refer for densitometry")
            : FhirCodes.own("NOT_FLAGGED", "Not flagged (bone loss is not ruled out)"));
    double threshold = reported.result().threshold();
    observation
        .addReferenceRange()
        .setText(
            String.format(
                Locale.ROOT,
                "Referred from %.4f; below it a knee is not flagged, which rules nothing out",
                threshold));
    component(
        observation,
        FhirCodes.own("OPERATING_POINT", "Probability from which a film is referred"),
        FhirCodes.probability(threshold));
    reported.result().zones().ifPresent(zones -> zone(observation, zones, knee));
    return observation;
  }

  private static void zone(Observation observation, ZoneLimits zones, KneeFinding knee) {
    observation
        .addComponent()
        .setCode(FhirCodes.own("ZONE", "Zone of the three-zone reading"))
        .setValue(FhirCodes.zone(zones.zone(knee.boneLoss())));
    component(
        observation,
        FhirCodes.own("NO_FLAG_BELOW", "Probability below which the zone is no flag"),
        FhirCodes.probability(zones.noFlagBelow()));
    component(
        observation,
        FhirCodes.own("FLAG_ABOVE", "Probability above which the zone is flag"),
        FhirCodes.probability(zones.flagAbove()));
    observation.addNote().setText(Wording.zoneMeaning(zones, knee.boneLoss()));
  }

  private static CodeableConcept boneLossCode() {
    return FhirCodes.own("BONELOSS_PROB", "Probability of bone loss (T-score below -1.0)");
  }

  private Observation severity(ReportedFilm reported, KneeFinding knee, int index) {
    Observation observation = ofKnee(reported, knee, index, "severity");
    observation.setCode(
        FhirCodes.own(
            "SEVERITY_PROB", "Probability of osteoporosis (T-score of -2.5 or below) given loss"));
    observation.setValue(FhirCodes.probability(knee.severity().orElseThrow()));
    return observation;
  }

  private Observation tScore(ReportedFilm reported, KneeFinding knee, int index) {
    Observation observation = ofKnee(reported, knee, index, "t-score");
    observation.setCode(
        FhirCodes.own("TSCORE_EST_KNEE_XR", "Estimate of the T-score from a knee radiograph"));
    observation.setValue(FhirCodes.tScore(knee.tScore().orElseThrow()));
    limit(observation, "TSCORE_LOW", "Lower limit of the estimate's interval", knee.tLow());
    limit(observation, "TSCORE_HIGH", "Upper limit of the estimate's interval", knee.tHigh());
    observation
        .addReferenceRange()
        .setText(
            "The classes of the WHO are of densitometry of hip and spine, from -1.0, between, and"
                + " from -2.5 down; this is an estimate");
    return observation;
  }

  private static void limit(
      Observation observation, String code, String words, OptionalDouble limit) {
    if (limit.isPresent()) {
      component(observation, FhirCodes.own(code, words), FhirCodes.tScore(limit.getAsDouble()));
    }
  }

  private Observation withoutScore(ReportedFilm reported) {
    Observation observation = of(reported, "bone-loss");
    observation.setCode(boneLossCode());
    observation.setBodySite(FhirCodes.knee(""));
    boolean failed = reported.result().outcome().equals("failed");
    observation.setDataAbsentReason(
        FhirCodes.coded(
                "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                failed ? "error" : "not-performed",
                failed ? "Error" : "Not Performed")
            .setText(reported.result().reason().orElse("not assessable").replace('_', ' ')));
    return observation;
  }

  private Observation reason(ReportedFilm reported, String reason) {
    Observation observation = of(reported, "quality");
    observation.setCode(FhirCodes.own("QUALITY_REASON", "Why a film cannot be assessed"));
    observation.setBodySite(FhirCodes.knee(""));
    observation.setValue(FhirCodes.own(reason.toUpperCase(Locale.ROOT), reason.replace('_', ' ')));
    return observation;
  }

  private Observation ofKnee(ReportedFilm reported, KneeFinding knee, int index, String head) {
    Observation observation = of(reported, "k" + index + "." + head);
    observation.setBodySite(FhirCodes.knee(knee.side()));
    if (!knee.side().isEmpty()) {
      boolean right = knee.side().equals("R");
      observation
          .addComponent()
          .setCode(FhirCodes.coded(FhirCodes.SNOMED, "272741003", "Laterality"))
          .setValue(
              FhirCodes.coded(
                  FhirCodes.SNOMED, right ? "24028007" : "7771000", right ? "Right" : "Left"));
    }
    return observation;
  }

  private Observation of(ReportedFilm reported, String part) {
    Observation observation = new Observation();
    observation.setId(reported.result().id() + "." + part);
    observation.setStatus(
        reported.isConfirmed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
    observation.addCategory(
        FhirCodes.coded(
            "http://terminology.hl7.org/CodeSystem/observation-category", "imaging", "Imaging"));
    observation.setSubject(facts.patient(reported.film()));
    observation.setEffective(ResourceFacts.effective(reported.film()));
    observation.setIssued(Date.from(reported.result().madeAt()));
    observation.setMethod(ResourceFacts.method());
    observation.setDevice(ResourceFacts.device(reported));
    observation.addDerivedFrom(ResourceFacts.study(reported));
    observation.addNote().setText(Wording.RESEARCH_USE);
    return observation;
  }

  private static void component(Observation observation, CodeableConcept code, Quantity value) {
    observation.addComponent().setCode(code).setValue(value);
  }
}
