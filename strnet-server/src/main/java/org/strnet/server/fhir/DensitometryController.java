package org.strnet.server.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Quantity;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.strnet.server.fhir.ReferenceDensitometry.Kept;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.MeasurementSite;

/** Takes reference T-scores as Observations. */
@RestController
class DensitometryController {

  private static final int LONGEST = 65_536;

  private final ReferenceDensitometry densitometry;
  private final FhirJson json;
  private final Clock clock;

  DensitometryController(ReferenceDensitometry densitometry, FhirJson json, Clock clock) {
    this.densitometry = densitometry;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping(
      path = "/fhir/Observation",
      consumes = {FhirJson.TYPE, "application/json"})
  @PreAuthorize("hasRole('RADIOLOGIST')")
  ResponseEntity<String> take(InputStream body, Principal account) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new FhirException(413, IssueType.TOOLONG, "at most %d bytes".formatted(LONGEST));
    }
    Observation sent = json.read(Observation.class, new String(bytes, StandardCharsets.UTF_8));
    DensitometryCode.Site site = site(sent);
    Kept kept = densitometry.keep(measured(sent, site.place()), account.getName());
    IBaseResource answer =
        site.warning().isEmpty() ? densitometry.byId(kept.id()) : warning(site.warning());
    return ResponseEntity.status(kept.fresh() ? 201 : 200)
        .location(URI.create("/fhir/Observation/" + kept.id()))
        .contentType(MediaType.parseMediaType(FhirJson.TYPE))
        .body(json.write(answer));
  }

  private static OperationOutcome warning(String words) {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.WARNING)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics(words);
    return outcome;
  }

  private static DensitometryCode.Site site(Observation sent) {
    DensitometryCode code =
        sent.getCode().getCoding().stream()
            .filter(coding -> FhirCodes.LOINC.equals(coding.getSystem()))
            .flatMap(coding -> DensitometryCode.of(coding.getCode()).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "code: one of LOINC 38267-1, 104938-6, 38264-8, 38263-0 is taken, see"
                            + " metadata"));
    return code.site(words(sent));
  }

  private static String words(Observation sent) {
    return Stream.of(sent.getCode(), sent.getBodySite())
        .flatMap(DensitometryController::words)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> words(CodeableConcept concept) {
    return Stream.concat(
        Stream.of(concept.hasText() ? concept.getText() : ""),
        concept.getCoding().stream().filter(Coding::hasDisplay).map(Coding::getDisplay));
  }

  private Densitometry measured(Observation sent, MeasurementSite site) {
    String patient = sent.getSubject().getIdentifier().getValue();
    if (patient == null) {
      throw refused("subject.identifier.value: the patient's identifier as films state it");
    }
    // Somewhere it is a day later than here.
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("UTC+14")));
    double tScore = tScore(sent);
    LocalDate day = day(sent);
    try {
      return Densitometry.measured(patient, day, site, tScore, today);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
  }

  private static LocalDate day(Observation sent) {
    if (!(sent.getEffective() instanceof DateTimeType when)
        || when.getValueAsString() == null
        || when.getValueAsString().length() < 10) {
      throw refused("effectiveDateTime: the day of the measurement");
    }
    return LocalDate.parse(when.getValueAsString().substring(0, 10));
  }

  private static double tScore(Observation sent) {
    if (sent.getStatus() != ObservationStatus.FINAL
        && sent.getStatus() != ObservationStatus.AMENDED
        && sent.getStatus() != ObservationStatus.CORRECTED) {
      throw refused("status: final, amended or corrected");
    }
    if (!(sent.getValue() instanceof Quantity value)
        || value.getValue() == null
        || value.hasComparator()) {
      throw refused("valueQuantity: the T-score without a comparator");
    }
    String unit = value.hasCode() ? value.getCode() : value.hasUnit() ? value.getUnit() : "";
    if (!unit.matches("|1|SD|\\{?SD\\}?|\\{?[Tt][-_ ]?[Ss]core\\}?")) {
      throw refused("valueQuantity: in {T-score}; densities and percentages are not taken");
    }
    return value.getValue().doubleValue();
  }

  private static FhirException refused(String rule) {
    return new FhirException(422, IssueType.BUSINESSRULE, rule);
  }
}
