package org.strnet.server.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.springframework.stereotype.Component;
import org.strnet.report.Wording;
import org.strnet.server.result.KneeFinding;

/** The risk that a film shows, of the knee that decides; none where nothing was assessed. */
@Component
class RiskResources {

  private final ResourceFacts facts;
  private final ObservationResources observations;

  RiskResources(ResourceFacts facts, ObservationResources observations) {
    this.facts = facts;
    this.observations = observations;
  }

  /** At most one. */
  List<RiskAssessment> of(ReportedFilm reported) {
    return reported.result().worst().map(knee -> List.of(of(reported, knee))).orElse(List.of());
  }

  private RiskAssessment of(ReportedFilm reported, KneeFinding knee) {
    RiskAssessment risk = new RiskAssessment();
    risk.setId(reported.result().id());
    risk.setStatus(
        reported.isConfirmed() ? RiskAssessmentStatus.FINAL : RiskAssessmentStatus.PRELIMINARY);
    risk.setMethod(ResourceFacts.method());
    risk.setSubject(facts.patient(reported.film()));
    risk.setOccurrence(ResourceFacts.effective(reported.film()));
    for (Observation observation : observations.of(reported)) {
      risk.addBasis(new Reference("Observation/" + observation.getIdPart()));
    }
    boolean refer = knee.decision().equals("refer");
    CodeableConcept said =
        refer
            ? FhirCodes.own("REFER", "Refer for densitometry")
            : FhirCodes.own("NOT_FLAGGED", "Not flagged (bone loss is not ruled out)");
    risk.addPrediction()
        .setOutcome(FhirCodes.own("BONE_LOSS", "Bone loss (T-score below -1.0)"))
        .setProbability(decimal(knee.boneLoss()))
        .setQualitativeRisk(said);
    if (refer && knee.severity().isPresent()) {
      risk.addPrediction()
          .setOutcome(FhirCodes.coded(FhirCodes.SNOMED, "64859006", "Osteoporosis"))
          .setProbability(decimal(knee.boneLoss() * knee.severity().getAsDouble()));
    }
    if (refer) {
      risk.setMitigation("Bone densitometry (DXA)");
    }
    reported.result().zoneMeaning().ifPresent(meaning -> risk.addNote().setText(meaning));
    risk.addNote().setText(Wording.RESEARCH_USE);
    return risk;
  }

  private static DecimalType decimal(double probability) {
    return new DecimalType(BigDecimal.valueOf(probability).setScale(4, RoundingMode.HALF_UP));
  }
}
