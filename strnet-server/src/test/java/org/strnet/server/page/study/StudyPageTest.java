package org.strnet.server.page.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.server.RunningServer;
import org.strnet.server.RunningServer.Session;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditEntry;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.ShownFilms;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.MeasurementSite;
import org.strnet.server.reading.Reading;
import org.strnet.server.reading.ReadingAction;
import org.strnet.server.reading.ReadingRegister;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.NodeService;

/** The page of a film on the real server, as a reader and as a radiologist. */
@Timeout(120)
class StudyPageTest {

  @TempDir static Path folder;

  private static RunningServer server;
  private static Session radiologist;
  private static Session reader;

  @BeforeAll
  static void start() throws Exception {
    // A destination that nobody listens at: what is sent waits.
    Path node = folder.resolve("node.yaml");
    Files.writeString(
        node,
        """
        folder: '%s'
        receiver: {enabled: false}
        web: {enabled: false}
        storage: {freeSpaceFloorMebibytes: 0}
        destinations:
          - {name: archive, objects: [pdf], peer: {host: 127.0.0.1, port: 1, calledAe: ARCHIVE}}
        """
            .formatted(folder.resolve("node")));
    Path bundle = BundleForPhantoms.write(folder.resolve("bundle"));
    server = RunningServer.start(folder, Map.of("strnet.bundle", bundle.toString()));
    radiologist = server.signedIn(Role.RADIOLOGIST);
    reader = server.signedIn(Role.READER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Film current(Film film) {
    return server.bean(FilmRegister.class).byId(film.id()).orElseThrow();
  }

  private static StoredResult newest(Film film) {
    return server.bean(ResultRegister.class).newest(film.id()).orElseThrow();
  }

  private static List<String> audited(Film film) {
    return server.bean(AuditLog.class).find(film.id(), 0, 50).stream()
        .map(AuditEntry::action)
        .toList();
  }

  private static HttpResponse<String> act(
      Session session, Film film, String action, Map<String, String> more) throws Exception {
    Map<String, String> form = new LinkedHashMap<>(more);
    form.putIfAbsent("version", Long.toString(current(film).version()));
    return session.postForm("/films/" + film.id() + "/" + action, form);
  }

  private static String otherDecision(Film film) {
    return newest(film).decision().orElseThrow().equals("refer") ? "not_flagged" : "refer";
  }

  @Test
  void a_reader_sees_everything_and_opening_marks_the_film_read() throws Exception {
    Film film = server.screenedPhantom(11);
    assertThat(film.readAt()).isEmpty();

    HttpResponse<String> page = reader.get("/films/" + film.id());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("operating point", "Three classes", "T-score, estimated", "Results of this film")
        .contains("explanation, not a diagnosis", "data-pixels", "Research use only")
        .doesNotContain("/overrule", "/rescore", "style=\"", "onclick")
        .doesNotContainIgnoringCase("grey zone");
    assertThat(current(film).readAt()).isPresent();
    assertThat(audited(film)).contains("film.opened");
    assertThat(reader.get("/films/no-such-film").statusCode()).isEqualTo(404);
    assertThat(server.visitor().get("/films/" + film.id()).statusCode()).isEqualTo(302);
  }

  @Test
  void a_reader_is_refused_what_only_a_radiologist_may() throws Exception {
    Film film = server.screenedPhantom(12);
    long version = film.version();
    for (String action :
        List.of("confirm", "overrule", "not-assessable", "send", "preview", "rescore")) {
      HttpResponse<String> answer =
          act(reader, film, action, Map.of("reason", "x", "decision", otherDecision(film)));
      assertThat(answer.statusCode()).as(action).isEqualTo(403);
    }
    assertThat(current(film).version()).isEqualTo(version);
    assertThat(server.bean(ReadingRegister.class).ofFilm(film.id())).isEmpty();
  }

  @Test
  void readings_are_kept_shown_and_audited_and_need_a_reason() throws Exception {
    Film film = server.screenedPhantom(13);
    String other = otherDecision(film);

    assertThat(act(radiologist, film, "confirm", Map.of()).body()).contains("Confirmed.");
    assertThat(
            act(radiologist, film, "overrule", Map.of("decision", other, "reason", " "))
                .statusCode())
        .isEqualTo(422);
    HttpResponse<String> same =
        act(
            radiologist,
            film,
            "overrule",
            Map.of("decision", newest(film).decision().orElseThrow(), "reason", "x"));
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body()).contains("confirm it instead");
    HttpResponse<String> overruled =
        act(radiologist, film, "overrule", Map.of("decision", other, "reason", "thin <cortex>"));
    assertThat(overruled.statusCode()).isEqualTo(200);
    assertThat(overruled.body()).contains("Overruled:", "thin &lt;cortex&gt;");
    act(radiologist, film, "not-assessable", Map.of("reason", "rotated"));

    assertThat(server.bean(ReadingRegister.class).ofFilm(film.id()))
        .extracting(Reading::action)
        .containsExactly(
            ReadingAction.NOT_ASSESSABLE, ReadingAction.OVERRULE, ReadingAction.CONFIRM);
    assertThat(audited(film)).contains("film.confirmed", "film.overruled", "film.not_assessable");
    assertThat(server.bean(AuditLog.class).find("cortex", 0, 5)).isEmpty();
  }

  @Test
  void an_action_on_what_is_no_longer_current_is_refused_and_changes_nothing() throws Exception {
    Film film = server.screenedPhantom(14);
    String shown = Long.toString(current(film).version());
    assertThat(act(radiologist, film, "confirm", Map.of("version", shown)).statusCode())
        .isEqualTo(200);

    for (String action : List.of("confirm", "not-assessable", "rescore", "send")) {
      HttpResponse<String> second =
          act(radiologist, film, action, Map.of("version", shown, "reason", "late"));
      assertThat(second.statusCode()).as(action).isEqualTo(409);
      assertThat(second.body()).contains("was changed since the page was opened");
    }
    assertThat(server.bean(ReadingRegister.class).ofFilm(film.id())).hasSize(1);
    assertThat(server.bean(ResultRegister.class).ofFilm(film.id())).hasSize(1);
  }

  @Test
  void pixels_come_once_as_they_are_meant_to_be_shown_and_then_are_not_modified() throws Exception {
    Film film = server.screenedPhantom(15);
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(server.uri("/films/" + film.id() + "/pixels"))
            .header("Accept-Encoding", "gzip");
    HttpResponse<byte[]> answer = reader.send(asked.build(), BodyHandlers.ofByteArray());

    byte[] samples = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(samples).isEqualTo(server.bean(ShownFilms.class).of(film).samples());
    int width = Integer.parseInt(answer.headers().firstValue("X-Film-Width").orElseThrow());
    int height = Integer.parseInt(answer.headers().firstValue("X-Film-Height").orElseThrow());
    assertThat(samples).hasSize(2 * width * height);
    assertThat(answer.headers().firstValue("X-Film-Spacing")).isPresent();
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again =
        reader.send(asked.header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<byte[]> plain =
        reader.send(
            HttpRequest.newBuilder(server.uri("/films/" + film.id() + "/pixels")).build(),
            BodyHandlers.ofByteArray());
    assertThat(plain.body()).isEqualTo(samples);
  }

  @Test
  void a_heat_map_belongs_to_its_film() throws Exception {
    Film film = server.screenedPhantom(16);
    Film other = server.screenedPhantom(17);
    String result = newest(film).id();
    HttpResponse<byte[]> heat =
        reader.send(
            HttpRequest.newBuilder(server.uri("/films/%s/heat/%s/0".formatted(film.id(), result)))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(ImageIO.read(new ByteArrayInputStream(heat.body())).getWidth()).isEqualTo(320);
    assertThat(reader.get("/films/%s/heat/%s/0".formatted(other.id(), result)).statusCode())
        .isEqualTo(404);
    assertThat(reader.get("/films/%s/heat/%s/7".formatted(film.id(), result)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_report_opens_as_a_pdf_and_says_what_a_radiologist_said() throws Exception {
    Film film = server.screenedPhantom(18);
    act(radiologist, film, "overrule", Map.of("decision", otherDecision(film), "reason", "by eye"));
    HttpResponse<byte[]> answer =
        reader.send(
            HttpRequest.newBuilder(server.uri("/films/" + film.id() + "/report.pdf")).build(),
            BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text).contains("Research use only", "Overruled by a radiologist on");
      assertThat(text).doesNotContain("by eye");
    }
    assertThat(audited(film)).contains("film.pdf");
  }

  @Test
  void another_age_moves_the_estimate_first_as_a_preview_then_as_a_kept_result() throws Exception {
    Film film = server.screenedPhantom(19);
    StoredResult before = newest(film);
    HttpResponse<String> preview = act(radiologist, film, "preview", Map.of("age", "95"));
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("Preview, not kept");
    assertThat(server.bean(ResultRegister.class).ofFilm(film.id())).hasSize(1);
    HttpResponse<String> wrong = act(radiologist, film, "preview", Map.of("age", "950"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Age (years): must be 0 to 120");

    assertThat(act(radiologist, film, "rescore", Map.of("age", "95")).body())
        .contains("Kept as result 2.");

    StoredResult after = newest(film);
    assertThat(after.number()).isEqualTo(2);
    assertThat(after.clinical()).containsEntry("age", 95.0);
    assertThat(after.worst().orElseThrow().tScore().getAsDouble())
        .isLessThan(before.worst().orElseThrow().tScore().getAsDouble());
    assertThat(preview.body())
        .contains(Figures.tScore(after.worst().orElseThrow().tScore().getAsDouble()));
    assertThat(audited(film)).contains("film.rescored");
  }

  @Test
  void sending_queues_the_objects_in_the_node_and_can_be_repeated() throws Exception {
    Film film = server.screenedPhantom(20);
    assertThat(act(radiologist, film, "send", Map.of()).body()).contains("Queued: 1 object");
    assertThat(act(radiologist, film, "send", Map.of()).body()).contains("Queued: 1 object");
    assertThat(server.bean(NodeService.class).node().status().line()).contains("waiting");
    assertThat(audited(film)).contains("film.sent");
  }

  @Test
  void densitometry_of_the_patient_stands_beside_the_estimates_as_measured() throws Exception {
    Film film = server.screenedPhantom(21);
    assertThat(reader.get("/films/" + film.id()).body())
        .contains("no densitometry of this patient");
    DensitometryRegister register = server.bean(DensitometryRegister.class);
    LocalDate day = LocalDate.of(2024, 3, 1);
    register.enter(
        new Densitometry(film.patientId(), day, MeasurementSite.FEMORAL_NECK, -2.7), "radiologist");
    register.enter(
        new Densitometry("somebody else", day, MeasurementSite.TOTAL_HIP, -3.3), "radiologist");

    assertThat(reader.get("/films/" + film.id()).body())
        .contains(">measured</span>", "DXA, femoral neck", "\u22122.7", "2024-03-01")
        .contains("measured by densitometry (DXA)")
        .doesNotContain("total hip", "\u22123.3");
  }
}
