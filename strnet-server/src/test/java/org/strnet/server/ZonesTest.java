package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditEntry;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.page.study.BundleForPhantoms;
import org.strnet.server.result.ResultRegister;

/** A bundle that reads in three zones, on the real server. Its grey zone takes every film. */
@Timeout(120)
class ZonesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEANING =
      "between the two thresholds (0.000 to 1.000) the promised risk holds for neither side; a"
          + " person decides.";

  @TempDir static Path folder;

  private static RunningServer server;
  private static RunningServer.Session radiologist;
  private static Film film;

  @BeforeAll
  static void start() throws Exception {
    Path bundle = BundleForPhantoms.zoned(folder.resolve("bundle"), 0, 1);
    server = RunningServer.start(folder, Map.of("strnet.bundle", bundle.toString()));
    radiologist = server.signedIn(Role.RADIOLOGIST);
    film = server.screenedPhantom(11);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) throws Exception {
    return radiologist.get(path).body().replaceAll("\\s+", " ");
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(radiologist.get(path).body());
  }

  @Test
  void the_page_of_a_film_says_its_zone_what_it_means_and_where_it_lies() throws Exception {
    assertThat(page("/films/" + film.id()))
        .contains("Grey zone: a person decides", MEANING, "grey zone, <span>0.000 to 1.000")
        .doesNotContainIgnoringCase("negative");
  }

  @Test
  void the_worklist_shows_the_zone_and_is_narrowed_by_it() throws Exception {
    String grey = page("/?zone=grey");

    assertThat(grey)
        .contains("/films/" + film.id(), "Grey zone: a person decides", "<select name=\"zone\">")
        .contains("the promised risk holds for neither side and a person decides");
    assertThat(page("/?zone=no_flag")).doesNotContain("/films/" + film.id());
    assertThat(radiologist.get("/?zone=negative").statusCode()).isEqualTo(400);
    assertThat(page("/upload/films/" + film.id())).contains(". Grey zone: a person decides");
  }

  @Test
  void programs_get_the_zone_of_the_film_and_of_each_knee_and_may_ask_for_one() throws Exception {
    assertThat(json("/api/v1/films/" + film.id()).path("zone").asText()).isEqualTo("grey");
    JsonNode result = json("/api/v1/films/" + film.id() + "/results").get(0);
    assertThat(result.path("zones").path("zone").asText()).isEqualTo("grey");
    assertThat(result.path("zones").path("wording").asText()).endsWith(MEANING);
    assertThat(result.path("zones").path("flagAbove").asDouble()).isEqualTo(1);
    assertThat(result.path("knees").get(0).path("zone").asText()).isEqualTo("grey");
    assertThat(json("/api/v1/films?zone=flag").path("films")).isEmpty();
    assertThat(json("/api/v1/films?zone=grey").path("films")).isNotEmpty();
    assertThat(radiologist.get("/api/v1/films?zone=negative").statusCode()).isEqualTo(400);
  }

  @Test
  void fhir_has_the_zone_as_a_component_and_what_it_means_in_the_conclusion() throws Exception {
    String observations = page("/fhir/Observation?_count=100");

    assertThat(observations)
        .contains("\"ZONE_GREY\"", "\"NO_FLAG_BELOW\"", "\"FLAG_ABOVE\"", MEANING);
    assertThat(page("/fhir/DiagnosticReport?identifier=" + film.id())).contains(MEANING);
    assertThat(page("/fhir/RiskAssessment?_count=100")).contains(MEANING);
  }

  @Test
  void the_pdf_says_it_and_the_audit_log_names_it_with_the_reading() throws Exception {
    Film read = server.screenedPhantom(12);

    assertThat(pdf(read)).contains("Grey zone: between the two thresholds", "a person decides");
    radiologist.postForm(
        "/films/" + read.id() + "/confirm", Map.of("version", Long.toString(read.version())));
    List<AuditEntry> entries = server.bean(AuditLog.class).find(read.id(), 0, 50);
    assertThat(entries)
        .filteredOn(entry -> entry.action().equals("film.confirmed"))
        .extracting(AuditEntry::detail)
        .singleElement()
        .asString()
        .matches("result 1, zone grey: (refer|not_flagged)");
  }

  @Test
  void a_result_of_before_there_were_zones_is_shown_without_one() throws Exception {
    Film old = server.screenedPhantom(13);
    JdbcClient database = server.bean(JdbcClient.class);
    database
        .sql("update result set no_flag_below = null, flag_above = null where film_id = ?")
        .param(old.id())
        .update();
    database.sql("update film set zone = null where id = ?").param(old.id()).update();

    assertThat(server.bean(ResultRegister.class).newest(old.id()).orElseThrow().zone()).isEmpty();
    assertThat(page("/films/" + old.id()))
        .contains("operating point")
        .doesNotContain("Grey zone: a person", "grey zone, <span>");
    assertThat(json("/api/v1/films/" + old.id()).has("zone")).isFalse();
    assertThat(json("/api/v1/films/" + old.id() + "/results").get(0).has("zones")).isFalse();
  }

  private static String pdf(Film of) throws Exception {
    HttpRequest asked =
        HttpRequest.newBuilder(server.uri("/films/" + of.id() + "/report.pdf")).build();
    byte[] bytes = radiologist.send(asked, BodyHandlers.ofByteArray()).body();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
