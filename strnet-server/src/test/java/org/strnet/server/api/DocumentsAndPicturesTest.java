package org.strnet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.aoju.bus.image.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditEntry;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.ResultRegister;

/** A result as PDF, and pictures that are no DICOM objects, over REST. */
class DocumentsAndPicturesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static RunningServer server;
  private static RunningServer.Session reader;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder);
    reader = server.signedIn(Role.READER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long pdfs(Film film) {
    return server.bean(AuditLog.class).find(film.id(), 0, 100).stream()
        .map(AuditEntry::action)
        .filter("film.pdf"::equals)
        .count();
  }

  private static HttpResponse<byte[]> report(Film film, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/films/" + film.id() + "/results/1/report"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return reader.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_result_is_a_pdf_that_is_audited_and_changes_with_what_a_radiologist_says()
      throws Exception {
    Film film = server.screenedPhantom(3);

    HttpResponse<byte[]> first = report(film);

    assertThat(first.statusCode()).as(text(first)).isEqualTo(200);
    assertThat(first.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(new String(first.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pdfs(film)).isEqualTo(1);
    String tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(report(film, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(pdfs(film)).as("nothing was given out").isEqualTo(1);

    RunningServer.Session radiologist = server.signedIn(Role.RADIOLOGIST);
    String version =
        Long.toString(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().version());
    radiologist.postForm("/films/" + film.id() + "/confirm", Map.of("version", version));
    HttpResponse<byte[]> confirmed = report(film, "If-None-Match", tag);
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(confirmed.headers().firstValue("etag").orElseThrow()).isNotEqualTo(tag);
    assertThat(reader.get("/api/v1/films/" + film.id() + "/results/2/report").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_result_of_another_bundle_and_a_film_without_its_file_have_no_pdf() throws Exception {
    Film film = server.screenedPhantom(4);
    String tag = report(film).headers().firstValue("etag").orElseThrow();
    JdbcClient database = server.bean(JdbcClient.class);
    database
        .sql("update result set threshold = threshold / 2 where film_id = ?")
        .param(film.id())
        .update();

    HttpResponse<byte[]> other = report(film, "If-None-Match", tag);

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(text(other)).contains("urn:strnet:problem:other-model");
    database
        .sql("update result set threshold = threshold * 2 where film_id = ?")
        .param(film.id())
        .update();
    server.bean(FilmVault.class).delete(film.file());
    HttpResponse<byte[]> gone = report(film);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(text(gone)).contains("urn:strnet:problem:film-gone");
  }

  /** A ramp, brighter with another seed. */
  private static byte[] grey(String format, int seed) throws IOException {
    BufferedImage image = new BufferedImage(170, 150, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 170; x++) {
        image.getRaster().setSample(x, y, 0, Math.min(255, seed + (x + y) / 2));
      }
    }
    return encoded(image, format);
  }

  /** Every hue. */
  private static byte[] colours() throws IOException {
    BufferedImage image = new BufferedImage(170, 150, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 170; x++) {
        image.setRGB(x, y, java.awt.Color.HSBtoRGB(x / 170f, 1, y / 150f));
      }
    }
    return encoded(image, "png");
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static HttpResponse<String> upload(
      byte[] file, Map<String, String> fields, String... headers) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.writeBytes(
          "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(field.getKey(), field.getValue())
              .getBytes(StandardCharsets.UTF_8));
    }
    String head = "--edge\r\nContent-Disposition: form-data; name=\"film\"; filename=\"a\"\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/films"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("X-CSRF-TOKEN", reader.forgeryToken())
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return reader.send(request.build(), BodyHandlers.ofString());
  }

  private static final Map<String, String> STATED =
      Map.of("patient", "P 17", "age", "67", "sex", "F", "side", "L", "taken", "2026-01-04");

  @Test
  void a_picture_becomes_a_film_that_says_what_was_stated() throws Exception {
    for (String format : List.of("png", "jpeg")) {
      HttpResponse<String> answer = upload(grey(format, 3), STATED);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      JsonNode film = JSON.readTree(answer.body());
      Film kept = server.screened(film.path("id").asText());
      assertThat(kept.patientId()).isEqualTo("P 17");
      assertThat(kept.ageYears()).hasValue(67);
      FilmHeader header = DicomFile.read(server.bean(FilmVault.class).bytes(kept.file())).header();
      assertThat(header.text(Tag.ImageLaterality)).contains("L");
      assertThat(header.text(Tag.StudyDate)).contains("20260104");
      assertThat(server.bean(ResultRegister.class).newest(kept.id()).orElseThrow().reason())
          .isPresent();
      assertThat(upload(grey(format, 3), STATED).statusCode()).as("known").isEqualTo(200);
    }
    byte[] object = PhantomObject.file(PhantomObject.draw(7, 1));
    assertThat(upload(object, Map.of("patient", "another")).statusCode()).isEqualTo(201);
    assertThat(
            server
                .bean(FilmRegister.class)
                .bySopInstanceUid(DicomFile.read(object).header().sopInstanceUid())
                .orElseThrow()
                .patientId())
        .as("an object speaks for itself")
        .isNotEqualTo("another");
  }

  @Test
  void a_key_belongs_to_a_picture_with_its_statement() throws Exception {
    HttpResponse<String> first = upload(grey("png", 20), STATED, "Idempotency-Key", "p-1");
    HttpResponse<String> again = upload(grey("png", 20), STATED, "Idempotency-Key", "p-1");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("idempotency-replayed")).contains("true");
    assertThat(again.headers().firstValue("location"))
        .isEqualTo(first.headers().firstValue("location"));
    for (HttpResponse<String> other :
        List.of(
            upload(grey("png", 21), STATED, "Idempotency-Key", "p-1"),
            upload(grey("png", 20), Map.of("age", "66"), "Idempotency-Key", "p-1"),
            upload(grey("png", 20), Map.of(), "Idempotency-Key", "p-1"))) {
      assertThat(other.statusCode()).isEqualTo(422);
      assertThat(other.body()).contains("urn:strnet:problem:key-reused");
    }
  }

  @Test
  void what_cannot_be_taken_is_refused_by_name() throws Exception {
    byte[] good = grey("png", 30);
    refused(upload(good, Map.of("age", "old")), 422, "implausible-value", "whole number");
    refused(upload(good, Map.of("age", "121")), 422, "implausible-value", "0 to 120");
    refused(upload(good, Map.of("side", "X")), 422, "implausible-value", "R, L, B");
    refused(upload(good, Map.of("taken", "today")), 422, "implausible-value", "2026-01-31");
    refused(upload(good, Map.of("pateint", "P 17")), 400, "invalid-request", "patient");
    refused(
        upload("text".getBytes(StandardCharsets.US_ASCII), Map.of()),
        422,
        "unreadable-object",
        "none of them");
    refused(upload(colours(), Map.of()), 422, "unreadable-object", "");
    byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
    refused(upload(cut, Map.of()), 422, "unreadable-object", "");
    refused(upload(wide(good), Map.of()), 413, "too-large", "million pixels");
  }

  /** The same declaring 65,706 columns: width stands at 16 of the header (PNG, 11.2.2). */
  private static byte[] wide(byte[] png) {
    byte[] wide = png.clone();
    wide[17] = 1;
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(wide, 12, 17);
    java.nio.ByteBuffer.wrap(wide).putInt(29, (int) sum.getValue());
    return wide;
  }

  private static void refused(HttpResponse<String> answer, int status, String type, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("urn:strnet:problem:" + type).contains(words);
  }
}
