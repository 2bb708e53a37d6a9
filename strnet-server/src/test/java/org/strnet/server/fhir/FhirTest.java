package org.strnet.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.FilmChanged;

class FhirTest {

  private static final FhirValidation VALIDATION = new FhirValidation();

  @TempDir static Path folder;

  private static RunningServer server;
  private static RunningServer.Session reader;
  private static RunningServer.Session radiologist;
  private static Film film;
  private static Film other;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder);
    reader = server.signedIn(Role.READER);
    radiologist = server.signedIn(Role.RADIOLOGIST);
    film = server.screenedPhantom(3);
    other = server.screenedPhantom(4);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static <T extends IBaseResource> T read(Class<T> type, String path) throws Exception {
    HttpResponse<String> answer = reader.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/fhir+json");
    T resource = parsed(type, answer.body());
    assertThat(VALIDATION.errors(resource)).isEmpty();
    return resource;
  }

  private static <T extends IBaseResource> T parsed(Class<T> type, String text) {
    return FhirContext.forR4Cached().newJsonParser().parseResource(type, text);
  }

  @Test
  void a_film_s_report_leads_to_everything_that_it_rests_on() throws Exception {
    DiagnosticReport report = read(DiagnosticReport.class, "/fhir/DiagnosticReport/" + film.id());

    assertThat(report.getStatus()).isEqualTo(DiagnosticReportStatus.PRELIMINARY);
    assertThat(report.getSubject().getIdentifier().getValue()).isEqualTo(film.patientId());
    assertThat(report.getConclusion()).contains("Research use only").doesNotContain("negative");
    assertThat(report.getResult()).isNotEmpty();
    for (Reference reference : report.getResult()) {
      Observation observation = read(Observation.class, "/fhir/" + reference.getReference());
      assertThat(observation.getBodySite().getCodingFirstRep().getCode()).isEqualTo("72696002");
      read(Device.class, "/fhir/" + observation.getDevice().getReference());
    }
    Attachment document = report.getPresentedFormFirstRep();
    assertThat(document.getContentType()).isEqualTo("application/pdf");
    URI address = URI.create(document.getUrl());
    assertThat(address).isEqualTo(server.uri(address.getPath()));
    assertThat(reader.get(address.getPath()).body()).startsWith("%PDF-");
    ImagingStudy study =
        read(ImagingStudy.class, "/fhir/" + report.getImagingStudyFirstRep().getReference());
    assertThat(study.getModalityFirstRep().getCode()).isEqualTo("DX");
    assertThat(study.getSeriesFirstRep().getUid()).isEqualTo(film.seriesInstanceUid());
    assertThat(study.getSeriesFirstRep().getInstanceFirstRep().getUid())
        .isEqualTo(film.sopInstanceUid());
    assertThat(study.getSeriesFirstRep().getInstanceFirstRep().getSopClass().getCode())
        .isEqualTo("urn:oid:1.2.840.10008.5.1.4.1.1.1.1");
    assertThat(study.getIdentifierFirstRep().getValue())
        .isEqualTo("urn:oid:" + film.studyInstanceUid());
  }

  @Test
  void a_risk_names_its_probability_and_its_basis() throws Exception {
    StoredResult result = server.bean(ResultRegister.class).newest(film.id()).orElseThrow();

    RiskAssessment risk = read(RiskAssessment.class, "/fhir/RiskAssessment/" + result.id());

    assertThat(risk.getPredictionFirstRep().getProbabilityDecimalType().getValue().doubleValue())
        .isCloseTo(
            result.worst().orElseThrow().boneLoss(),
            org.assertj.core.api.Assertions.within(0.0001));
    assertThat(risk.getBasis()).isNotEmpty();
    assertThat(risk.getPredictionFirstRep().getQualitativeRisk().getText())
        .doesNotContainIgnoringCase("negative");
  }

  @Test
  void the_validator_finds_what_is_wrong() {
    DiagnosticReport report = new DiagnosticReport();
    report.setId("1");

    assertThat(VALIDATION.errors(report)).anyMatch(error -> error.contains("status"));
  }

  @Test
  void a_refusal_has_a_reason_and_no_score() {
    for (String outcome : List.of("not_assessable", "failed")) {
      ReportedFilm refused = refused(outcome);
      FilmResources resources = server.bean(FilmResources.class);

      Bundle bundle = resources.transaction(refused, "http://127.0.0.1/r4");

      assertThat(VALIDATION.errors(bundle)).isEmpty();
      assertThat(resources.of(FilmResources.Kind.RISK_ASSESSMENT, refused, Optional.empty()))
          .isEmpty();
      List<Observation> observations =
          bundle.getEntry().stream()
              .map(Bundle.BundleEntryComponent::getResource)
              .filter(Observation.class::isInstance)
              .map(Observation.class::cast)
              .toList();
      assertThat(observations).hasSize(2);
      assertThat(observations.get(0).hasValue()).isFalse();
      assertThat(observations.get(0).getDataAbsentReason().getText()).isEqualTo("knee cut off");
      assertThat(observations.get(1).getValueCodeableConcept().getCodingFirstRep().getCode())
          .isEqualTo("KNEE_CUT_OFF");
    }
  }

  /** A film that says neither whose it is nor of which study. */
  private static ReportedFilm refused(String outcome) {
    Film nameless =
        new Film(
            film.id(),
            "2.25.1",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            "",
            "",
            film.source(),
            film.file(),
            1,
            film.arrivedAt(),
            film.state(),
            film.correlationId(),
            1,
            Optional.empty());
    StoredResult made = server.bean(ResultRegister.class).newest(film.id()).orElseThrow();
    StoredResult result =
        new StoredResult(
            made.id(),
            film.id(),
            1,
            made.madeAt(),
            "system",
            made.cause(),
            outcome,
            Optional.of("knee_cut_off"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            made.bundle(),
            made.bundleSha256(),
            0.5,
            Optional.empty());
    return new ReportedFilm(nameless, result, Optional.empty(), true);
  }

  @Test
  void reports_are_found_by_patient_and_by_identifier() throws Exception {
    for (String search :
        List.of(
            "patient=" + film.patientId(),
            "patient.identifier=urn:x%7C" + film.patientId(),
            "identifier=" + film.sopInstanceUid(),
            "_id=" + film.id())) {
      Bundle bundle = read(Bundle.class, "/fhir/DiagnosticReport?" + search);
      assertThat(bundle.getEntry())
          .as(search)
          .anyMatch(entry -> entry.getResource().getIdPart().equals(film.id()));
    }
    assertThat(read(Bundle.class, "/fhir/DiagnosticReport?patient=nobody").getEntry()).isEmpty();
    assertThat(read(Bundle.class, "/fhir/Device").getEntry()).hasSize(1);
    assertThat(
            read(Bundle.class, "/fhir/ImagingStudy?identifier=urn:oid:" + film.studyInstanceUid())
                .getEntry())
        .hasSize(1);
  }

  @Test
  void pages_of_observations_hold_every_one_once() throws Exception {
    List<String> whole = ids(read(Bundle.class, "/fhir/Observation?_count=100"));
    List<String> paged = paged("/fhir/Observation?_count=2");

    assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(2);
  }

  /** Identifiers over all pages of two. */
  private static List<String> paged(String first) throws Exception {
    List<String> paged = new ArrayList<>();
    String next = first;
    while (next != null) {
      Bundle page = read(Bundle.class, next);
      assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(2);
      paged.addAll(ids(page));
      next =
          page.getLink("next") == null
              ? null
              : page.getLink("next").getUrl().replaceFirst("http://[^/]+", "");
    }
    return paged;
  }

  private static List<String> ids(Bundle bundle) {
    return bundle.getEntry().stream().map(entry -> entry.getResource().getIdPart()).toList();
  }

  @Test
  void what_is_not_served_is_an_operation_outcome() throws Exception {
    for (String path :
        List.of(
            "/fhir/Condition",
            "/fhir/DiagnosticReport/none",
            "/fhir/DiagnosticReport?colour=red",
            "/fhir/Observation?_count=none",
            "/fhir/DiagnosticReport?patient=a%00b",
            "/fhir/Observation?_cursor=none")) {
      HttpResponse<String> answer = reader.get(path);
      assertThat(answer.statusCode()).as(path).isBetween(400, 404);
      assertThat(parsed(OperationOutcome.class, answer.body()).getIssue()).hasSize(1);
    }
  }

  @Test
  void the_capability_statement_is_valid_and_names_what_is_there() throws Exception {
    CapabilityStatement statement = read(CapabilityStatement.class, "/fhir/metadata");

    assertThat(statement.getRestFirstRep().getResource())
        .extracting(resource -> resource.getType())
        .contains("DiagnosticReport", "Observation", "RiskAssessment", "Device", "ImagingStudy")
        .doesNotContain("Condition");
  }

  @Test
  void a_reader_s_word_makes_the_report_final() throws Exception {
    StoredResult result = server.bean(ResultRegister.class).newest(other.id()).orElseThrow();
    confirm(server, other, result);

    DiagnosticReport report = read(DiagnosticReport.class, "/fhir/DiagnosticReport/" + other.id());

    assertThat(report.getStatus()).isEqualTo(DiagnosticReportStatus.FINAL);
    assertThat(report.getConclusion()).startsWith("Confirmed by a radiologist.");
  }

  private static void confirm(RunningServer where, Film read, StoredResult result) {
    where
        .bean(JdbcClient.class)
        .sql(
            "insert into reading (id, film_id, result_id, made_at, made_by, action, decision,"
                + " reason) values (?, ?, ?, ?, 'radiologist', 'confirmed', ?, '')")
        .params(
            UUID.randomUUID().toString(),
            read.id(),
            result.id(),
            Timestamp.from(Instant.now()),
            result.decision().orElse(null))
        .update();
  }

  private static String dxa(String code, String text, String value) {
    return """
    {"resourceType": "Observation", "status": "final",
     "code": {"coding": [{"system": "http://loinc.org", "code": "%s"}], "text": "%s"},
     "subject": {"identifier": {"value": "P-77"}}, "effectiveDateTime": "2026-03-01",
     "valueQuantity": %s}
    """
        .formatted(code, text, value);
  }

  private static HttpResponse<String> send(RunningServer.Session session, String body)
      throws Exception {
    return session.send(
        HttpRequest.newBuilder(server.uri("/fhir/Observation"))
            .header("Content-Type", "application/fhir+json")
            .header("X-CSRF-TOKEN", session.forgeryToken())
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void densitometry_is_taken_once_and_read_back() throws Exception {
    String body =
        dxa("38267-1", "", "{\"value\": -2.1, \"code\": \"{T-score}\"}")
            .replace(", \"text\": \"\"", "");
    HttpResponse<String> answer = send(radiologist, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Observation kept =
        read(Observation.class, answer.headers().firstValue("location").orElseThrow());
    assertThat(kept.getValueQuantity().getValue().doubleValue()).isEqualTo(-2.1);
    assertThat(send(radiologist, body).statusCode()).isEqualTo(200);
    assertThat(send(radiologist, body.replace("-2.1", "-1.1")).statusCode()).isEqualTo(409);
    assertThat(send(reader, body).statusCode()).isEqualTo(403);
  }

  private static String measured(String day, String patient) {
    return dxa("38264-8", "hip", "{\"value\": -1.5, \"code\": \"{T-score}\"}")
        .replace("2026-03-01", day)
        .replace("P-77", patient);
  }

  @Test
  void reference_t_scores_are_found_among_observations_page_by_page() throws Exception {
    List<String> sent = new ArrayList<>();
    for (String day : List.of("2026-01-01", "2026-01-02", "2026-01-03")) {
      HttpResponse<String> answer = send(radiologist, measured(day, film.patientId()));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      sent.add(answer.headers().firstValue("location").orElseThrow().replaceFirst(".*/", ""));
    }
    String search = "/fhir/Observation?patient=" + film.patientId();
    List<String> whole = ids(read(Bundle.class, search + "&_count=100"));
    assertThat(whole).containsAll(sent).hasSizeGreaterThan(3);
    assertThat(whole.subList(0, whole.size() - 3)).doesNotContainAnyElementsOf(sent);

    assertThat(paged(search + "&_count=2")).isEqualTo(whole);
    assertThat(ids(read(Bundle.class, "/fhir/Observation?_id=" + sent.get(0))))
        .containsExactly(sent.get(0));
    assertThat(ids(read(Bundle.class, "/fhir/Observation?patient=x&_id=" + sent.get(0)))).isEmpty();
    assertThat(ids(read(Bundle.class, "/fhir/Observation?identifier=" + film.sopInstanceUid())))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(sent);
    assertThat(ids(read(Bundle.class, "/fhir/Observation?_count=100"))).containsAll(sent);
    assertThat(ids(read(Bundle.class, "/fhir/Observation?patient=nobody"))).isEmpty();
  }

  @Test
  void a_study_names_the_series_and_instances_that_films_here_are_of() throws Exception {
    Film second = server.screenedPhantom(6);
    JdbcClient database = server.bean(JdbcClient.class);
    database
        .sql("update film set study_instance_uid = ? where id = ?")
        .params(other.studyInstanceUid(), second.id())
        .update();

    ImagingStudy study = read(ImagingStudy.class, "/fhir/ImagingStudy/" + other.studyInstanceUid());
    assertThat(study.getSeries())
        .flatExtracting(series -> series.getInstance())
        .extracting(instance -> instance.getUid())
        .containsExactlyInAnyOrder(other.sopInstanceUid(), second.sopInstanceUid());

    database.sql("update film set modality = '' where id = ?").param(second.id()).update();
    study = read(ImagingStudy.class, "/fhir/ImagingStudy/" + other.studyInstanceUid());
    assertThat(study.getSeries()).hasSize(1);
    Bundle found =
        read(Bundle.class, "/fhir/ImagingStudy?identifier=urn:oid:" + other.studyInstanceUid());
    assertThat(((ImagingStudy) found.getEntryFirstRep().getResource()).getSeries()).hasSize(1);
  }

  @Test
  void codes_that_mislead_are_refused_or_warned_of() throws Exception {
    String value = "{\"value\": -2.0}";
    for (String refused :
        List.of(
            dxa("38265-5", "DXA T-score lumbar spine", value),
            dxa("38265-5", "T-score", value),
            dxa("38266-3", "heel", value),
            dxa("24701-5", "BMD femur", value),
            dxa("1234-5", "x", value),
            dxa("38267-1", "spine", "{\"value\": 0.9, \"code\": \"g/cm2\"}"),
            dxa("38267-1", "spine", "{\"value\": -2.0, \"comparator\": \"<\"}"),
            dxa("38267-1", "spine", "{\"value\": -20}"),
            dxa("38267-1", "spine", value).replace("2026-03-01", "2126-03-01"),
            dxa("38267-1", "spine", value).replace("final", "preliminary"),
            dxa("38267-1", "spine", value).replace("identifier", "display\": \"x\", \"id"),
            "{\"resourceType\": \"Patient\"}",
            "{\"resourceType\": \"Observation\", \"code\": " + "[".repeat(20_000),
            "{")) {
      HttpResponse<String> answer = send(radiologist, refused);
      assertThat(answer.statusCode()).as(refused).isIn(400, 422);
      assertThat(parsed(OperationOutcome.class, answer.body()).getIssueFirstRep().getDiagnostics())
          .doesNotContain("P-77");
    }
    HttpResponse<String> forearm = send(radiologist, dxa("38265-5", "33 % radius", value));
    assertThat(forearm.statusCode()).as(forearm.body()).isEqualTo(201);
    assertThat(parsed(OperationOutcome.class, forearm.body()).getIssueFirstRep().getDiagnostics())
        .contains("forearm");
  }

  @Test
  void results_reach_a_server_that_failed_first_also_over_a_restart(@TempDir Path place)
      throws Exception {
    List<String> taken = new CopyOnWriteArrayList<>();
    List<String> correlations = new CopyOnWriteArrayList<>();
    AtomicInteger requests = new AtomicInteger();
    HttpServer peer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    AtomicInteger status = new AtomicInteger(503);
    peer.createContext(
        "/r4",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.incrementAndGet();
          if (status.get() == 200) {
            taken.add(body);
            correlations.add(exchange.getRequestHeaders().getFirst("X-Correlation-Id"));
          }
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    peer.start();
    try {
      Map<String, String> settings =
          Map.of(
              "strnet.fhir.push-url",
              "http://127.0.0.1:%d/r4".formatted(peer.getAddress().getPort()),
              "strnet.fhir.push-first-pause-seconds",
              "0.2",
              "strnet.fhir.push-longest-pause-seconds",
              "0.4");
      String id;
      try (RunningServer sender = RunningServer.start(place, settings)) {
        id = sender.screenedPhantom(5).id();
        awaitAtLeast(requests, 2);
        assertThat(taken).isEmpty();
      }
      status.set(200);
      try (RunningServer sender = RunningServer.start(place, settings)) {
        await(() -> taken.size() == 1);
        Bundle bundle = parsed(Bundle.class, taken.get(0));
        assertThat(VALIDATION.errors(bundle)).isEmpty();
        assertThat(bundle.getEntry())
            .anyMatch(entry -> entry.getRequest().getUrl().equals("DiagnosticReport/" + id));

        Film sent = sender.screened(id);
        assertThat(correlations).containsExactly(sent.correlationId());
        StoredResult result = sender.bean(ResultRegister.class).newest(id).orElseThrow();
        confirm(sender, sent, result);
        sender.bean(FhirPush.class).changed(new FilmChanged(id, sent.state()));
        await(() -> taken.size() == 2);
        assertThat(taken.get(1)).contains("\"final\"");
        assertThat(sender.bean(FhirDeliveries.class).counts()).containsEntry("DELIVERED", 2L);
      }
    } finally {
      peer.stop(0);
    }
  }

  private static void awaitAtLeast(AtomicInteger number, int least) throws InterruptedException {
    await(() -> number.get() >= least);
  }

  private static void await(java.util.function.BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not within a minute");
  }
}
