package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.phantom.PhantomFilm;
import org.strnet.radiograph.Radiograph;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/** Worklist, upload and events over HTTP. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ReadingRoomPagesTest {

  private static final Pattern FILM = Pattern.compile("\"film\":\"([0-9a-f-]{36})\"");
  private static final String BOUNDARY = "0123456789abcdef";

  @TempDir static Path folder;

  @Parameter DatabaseKind kind;
  private static DatabaseKind.EmptyDatabase database;
  private static RunningServer server;
  private static RunningServer.Session reader;

  @BeforeParameterizedClassInvocation
  static void start(DatabaseKind kind) throws Exception {
    Path own = Files.createDirectory(folder.resolve(kind.name()));
    database = kind.open(own);
    server = RunningServer.start(own, database.settings());
    assertThat(server.databaseProduct()).isEqualTo(kind.product());
    reader = server.signedIn(Role.READER);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    server.close();
    database.close();
  }

  /** Sends a file as the upload page does. */
  private static HttpResponse<String> upload(byte[] file, Map<String, String> statement)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : statement.entrySet()) {
      part(
          body,
          "name=\"" + field.getKey() + '"',
          field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"file\"; filename=\"x\"", file);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return reader.send(
        HttpRequest.newBuilder(server.uri("/upload"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("X-CSRF-TOKEN", reader.forgeryToken())
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static Film taken(HttpResponse<String> answer) throws InterruptedException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Matcher film = FILM.matcher(answer.body());
    assertThat(film.find()).isTrue();
    return server.screened(film.group(1));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] phantomPicture(int number) throws IOException {
    Radiograph film = PhantomFilm.draw(1, number, 8).radiograph();
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        image.getRaster().setSample(x, y, 0, film.sample(x, y));
      }
    }
    return png(image);
  }

  private static StoredResult result(Film film) {
    return server.bean(ResultRegister.class).newest(film.id()).orElseThrow();
  }

  @Test
  void a_picture_is_screened_with_what_was_stated_of_it() throws Exception {
    Film film =
        taken(
            upload(
                phantomPicture(5),
                Map.of(
                    "patient",
                    "P-5",
                    "age",
                    "70",
                    "sex",
                    "F",
                    "side",
                    "R",
                    "taken",
                    "2026-02-01")));

    assertThat(film.patientId()).isEqualTo("P-5");
    assertThat(film.ageYears()).hasValue(70);
    assertThat(film.studyDate()).hasToString("Optional[2026-02-01]");
    assertThat(result(film).outcome()).isEqualTo("assessed");
    assertThat(result(film).clinical()).containsEntry("age", 70.0);
    assertThat(reader.get("/?text=p5").body()).contains("P-5").doesNotContain("PHANTOM0");
  }

  @Test
  void the_same_file_sent_twice_is_one_film() throws Exception {
    byte[] object = PhantomObject.file(PhantomObject.draw(1, 8));

    assertThat(taken(upload(object, Map.of()))).isEqualTo(taken(upload(object, Map.of())));
  }

  @Test
  void secondary_captures_of_others_stay_refused_by_the_site() throws Exception {
    Attributes foreign = PhantomObject.draw(1, 9);
    foreign.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);

    Film film = taken(upload(PhantomObject.file(foreign), Map.of()));

    assertThat(result(film).outcome()).isEqualTo("not_assessable");
    assertThat(result(film).reason()).contains("wrong_object_class");
    assertThat(reader.get("/?show=not_assessable").body()).contains("wrong object class");
  }

  @Test
  void what_is_no_film_is_refused_by_the_rule_it_breaks() throws Exception {
    byte[] picture = phantomPicture(6);
    BufferedImage colours = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 100 * 100; i++) {
      colours.setRGB(i % 100, i / 100, Color.HSBtoRGB(i % 97 / 97f, 1, i % 100 / 100f));
    }
    byte[] object = PhantomObject.file(PhantomObject.draw(1, 10));

    refused("plain text".getBytes(StandardCharsets.UTF_8), "none of them");
    refused(new byte[0], "A film must have content");
    refused(Arrays.copyOf(picture, picture.length / 2), "must be complete");
    refused(png(colours), "may have a colour");
    refused(Arrays.copyOf(object, 300), "");
    refused(new byte[200], "none of them");
  }

  private static void refused(byte[] file, String rule) throws Exception {
    HttpResponse<String> answer = upload(file, Map.of());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"message\"", "\"again\":false").contains(rule);
  }

  @Test
  void a_statement_that_cannot_be_is_refused_and_so_is_a_request_without_file_or_token()
      throws Exception {
    assertThat(upload(phantomPicture(6), Map.of("age", "old")).body())
        .contains("\"message\":\"An age is a whole number of years\"");
    assertThat(upload(phantomPicture(6), Map.of("side", "X")).body())
        .contains("\"message\":\"The side is R, L, B\"");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/upload"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    assertThat(reader.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    request.header("X-CSRF-TOKEN", reader.forgeryToken());
    assertThat(reader.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }

  @Test
  void films_are_marked_read_and_unread_and_it_is_on_record() throws Exception {
    Film film = server.screenedPhantom(20);

    HttpResponse<String> answer =
        reader.postForm(
            "/worklist/marks", Map.of("film", film.id(), "mark", "read", "show", "flagged"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/?show=flagged");
    assertThat(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().readAt()).isPresent();
    reader.postForm("/worklist/marks", Map.of("film", film.id(), "mark", "unread"));
    assertThat(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().readAt()).isEmpty();
    assertThat(server.bean(AuditLog.class).find(film.id(), 0, 10))
        .extracting(entry -> entry.actor() + " " + entry.action())
        .contains("reader film.marked_read", "reader film.marked_unread");
    assertThat(
            reader.postForm("/worklist/marks", Map.of("film", film.id(), "mark", "x")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void an_address_that_says_nonsense_is_a_bad_request_and_no_fault() throws Exception {
    assertThat(reader.get("/?show=everything").statusCode()).isEqualTo(400);
    assertThat(reader.get("/?text=%27%20or%201%3D1%20--").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_is_not_signed_in_sees_no_list_and_no_events() throws Exception {
    assertThat(server.visitor().get("/").statusCode()).isEqualTo(302);
    assertThat(server.visitor().get("/events").statusCode()).isIn(302, 401);
  }

  @Test
  void events_tell_of_a_film_until_it_is_done() throws Exception {
    HttpResponse<InputStream> events =
        reader.send(
            HttpRequest.newBuilder(server.uri("/events"))
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).contains("welcome");
      Film film = server.screenedPhantom(21);
      StringBuilder told = new StringBuilder();
      String line = "";
      while (line != null && !(line.contains(film.id()) && line.contains("DONE"))) {
        line = lines.readLine();
        told.append(line).append('\n');
      }
      assertThat(told.toString())
          .contains("event:film", film.id(), "RECEIVED")
          .doesNotContain(film.patientId());
    }
  }
}
