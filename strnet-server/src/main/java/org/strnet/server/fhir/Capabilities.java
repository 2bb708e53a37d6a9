package org.strnet.server.fhir;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.strnet.report.Wording;
import org.strnet.server.fhir.FilmResources.Kind;

/** What the FHIR interface can do. */
@Component
class Capabilities {

  private static final String CHANGED = "2026-11-25";

  private final String version;

  Capabilities(Environment environment) {
    version = environment.getProperty("strnet.version", "0");
  }

  /** The statement. */
  CapabilityStatement statement(String base) {
    CapabilityStatement statement = new CapabilityStatement();
    statement.setStatus(PublicationStatus.ACTIVE);
    statement.setDateElement(new DateTimeType(CHANGED));
    statement.setKind(CapabilityStatementKind.INSTANCE);
    statement.setFhirVersion(FHIRVersion._4_0_1);
    statement.addFormat(FhirJson.TYPE);
    statement.getSoftware().setName("STR-Net reading room").setVersion(version);
    statement.getImplementation().setDescription(Wording.RESEARCH_USE).setUrl(base);
    CapabilityStatementRestComponent rest = statement.addRest();
    rest.setMode(RestfulCapabilityMode.SERVER);
    rest.setDocumentation(
        "Reading needs the role reader, sending densitometry the role radiologist.");
    for (Kind kind : Kind.values()) {
      resource(rest.addResource(), kind);
    }
    return statement;
  }

  private static String documentation(Kind kind) {
    return switch (kind) {
      case DIAGNOSTIC_REPORT ->
          "One for each film, of its newest result; presentedForm names its PDF, which asks for the"
              + " same sign-in";
      case OBSERVATION ->
          "Estimates from films, newest arrival first, then reference T-scores by densitometry";
      case RISK_ASSESSMENT -> "One for each result with a score";
      case IMAGING_STUDY ->
          "Series and instances are those of films here; an archive may have more";
      case DEVICE -> "The algorithm with a bundle";
    };
  }

  private static void resource(CapabilityStatementRestResourceComponent resource, Kind kind) {
    resource.setType(kind.type());
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    resource.setDocumentation(documentation(kind));
    if (kind == Kind.OBSERVATION) {
      resource
          .addInteraction()
          .setCode(TypeRestfulInteraction.CREATE)
          .setDocumentation(
              "T-scores by densitometry: LOINC 38267-1, 104938-6, 38264-8, 38263-0; 38265-5 only"
                  + " where the text says that it is the radius");
    }
    resource.addSearchParam().setName("_id").setType(SearchParamType.TOKEN);
    resource.addSearchParam().setName("identifier").setType(SearchParamType.TOKEN);
    if (kind != Kind.DEVICE) {
      resource
          .addSearchParam()
          .setName("patient")
          .setType(SearchParamType.REFERENCE)
          .setDocumentation("The patient's identifier, also as patient.identifier");
    }
  }
}
