package org.strnet.server.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.strnet.decision.Zone;

/** Codes and code systems. No standard code exists for an estimate from a knee film. */
final class FhirCodes {

  /** The project's own codes. */
  static final String OWN = "urn:strnet:code";

  static final String LOINC = "http://loinc.org";
  static final String SNOMED = "http://snomed.info/sct";
  static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  static final String UCUM = "http://unitsofmeasure.org";
  static final String DICOM_UID = "urn:dicom:uid";

  private FhirCodes() {}

  /** A code of the project's own, with its meaning in words. */
  static CodeableConcept own(String code, String words) {
    return new CodeableConcept(new Coding(OWN, code, words)).setText(words);
  }

  /** A zone of a three-zone reading; the codes are those of the structured report. */
  static CodeableConcept zone(Zone zone) {
    return switch (zone) {
      case FLAG -> own("ZONE_FLAG", "Flag");
      case GREY -> own("ZONE_GREY", "Grey (neither side's risk is promised; a person decides)");
      case NO_FLAG -> own("ZONE_NO_FLAG", "No flag (nothing is ruled out)");
    };
  }

  /** A code of a standard. */
  static CodeableConcept coded(String system, String code, String display) {
    return new CodeableConcept(new Coding(system, code, display)).setText(display);
  }

  /** The region that films show. */
  static CodeableConcept knee(String side) {
    String words =
        switch (side) {
          case "R" -> "Right knee";
          case "L" -> "Left knee";
          default -> "Knee, side unknown";
        };
    return coded(SNOMED, "72696002", "Knee region structure").setText(words);
  }

  /** A probability, 0 to 1. */
  static Quantity probability(double value) {
    return quantity(value, "probability", "1");
  }

  /** A T-score in SD. */
  static Quantity tScore(double value) {
    return quantity(value, "T-score", "{T-score}");
  }

  private static Quantity quantity(double value, String unit, String code) {
    return new Quantity()
        .setValue(java.math.BigDecimal.valueOf(value).setScale(4, java.math.RoundingMode.HALF_UP))
        .setUnit(unit)
        .setSystem(UCUM)
        .setCode(code);
  }
}
