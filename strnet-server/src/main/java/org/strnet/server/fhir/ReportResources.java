package org.strnet.server.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.strnet.decision.Decision;
import org.strnet.network.HeadTargets;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.reading.ResultDocuments;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.ScreeningEngine;

/** The report of a film: preliminary until a reader has spoken, final from then on. */
@Component
class ReportResources {

  private final ResourceFacts facts;
  private final ObservationResources observations;
  private final ResultDocuments documents;
  private final ScreeningEngine engine;

  ReportResources(
      ResourceFacts facts,
      ObservationResources observations,
      ResultDocuments documents,
      ScreeningEngine engine) {
    this.documents = documents;
    this.facts = facts;
    this.observations = observations;
    this.engine = engine;
  }

  /**
   * The report of a film's result.
   *
   * @param home address of this server, where who gets the report can ask it for the document
   */
  DiagnosticReport of(ReportedFilm reported, Optional<String> home) {
    Film film = reported.film();
    DiagnosticReport report = new DiagnosticReport();
    report.setId(film.id());
    report.addIdentifier(new Identifier().setSystem("urn:strnet:film").setValue(film.id()));
    if (!film.accessionNumber().isBlank()) {
      report.addIdentifier(
          new Identifier()
              .setType(
                  FhirCodes.coded(
                      "http://terminology.hl7.org/CodeSystem/v2-0203", "ACSN", "Accession ID"))
              .setValue(film.accessionNumber()));
    }
    report.setStatus(
        reported.reading().isPresent()
            ? DiagnosticReportStatus.FINAL
            : DiagnosticReportStatus.PRELIMINARY);
    report.addCategory(
        FhirCodes.coded("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Radiology"));
    report.setCode(FhirCodes.coded(FhirCodes.LOINC, "18748-4", "Diagnostic imaging study"));
    report.setSubject(facts.patient(film));
    report.setEffective(ResourceFacts.effective(film));
    report.setIssued(Date.from(reported.result().madeAt()));
    report.addImagingStudy(ResourceFacts.study(reported));
    observations
        .of(reported)
        .forEach(one -> report.addResult(new Reference("Observation/" + one.getIdPart())));
    report.setConclusion(conclusion(reported));
    home.filter(address -> documents.canBeMade(reported.result()))
        .ifPresent(address -> report.addPresentedForm(document(reported, address)));
    return report;
  }

  private static Attachment document(ReportedFilm reported, String home) {
    return new Attachment()
        .setContentType("application/pdf")
        .setTitle("Result as a document. " + Wording.RESEARCH_USE)
        .setUrl(
            "%s/api/v1/films/%s/results/%d/report"
                .formatted(home, reported.film().id(), reported.result().number()));
  }

  private String conclusion(ReportedFilm reported) {
    List<String> sentences = new ArrayList<>();
    reported.reading().ifPresent(word -> sentences.add(reader(word)));
    StoredResult result = reported.result();
    sentences.add(
        "Result: "
            + result
                .decision()
                .map(this::words)
                .orElseGet(() -> "not assessable: " + result.reason().orElse("").replace('_', ' '))
            + ".");
    result.zoneMeaning().ifPresent(sentences::add);
    sentences.addAll(result.notices());
    sentences.add(Wording.RESEARCH_USE);
    return String.join(" ", sentences);
  }

  private String reader(ReportedFilm.ReaderWord word) {
    return switch (word.action()) {
      case "confirmed" -> "Confirmed by a radiologist.";
      case "overruled" ->
          "Overruled by a radiologist%s."
              .formatted(word.decision().map(this::words).map(it -> ": " + it).orElse(""));
      default -> "Marked as not assessable by a radiologist.";
    };
  }

  private String words(String code) {
    HeadTargets targets = engine.facts().targets();
    return Wording.decision(
        targets, code.equals(Decision.REFER.code()) ? Decision.REFER : Decision.NOT_FLAGGED);
  }
}
