package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.operation.Retention;
import org.strnet.server.screening.NodeService;

/** A server that encrypts its films and keeps them for thirty days. */
class OperationsTest {

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.start(
            folder,
            Map.of(
                "strnet.security.film-key-base64",
                Base64.getEncoder().encodeToString(new byte[32]),
                "strnet.security.retention-days",
                "30",
                "strnet.security.sign-ins-per-minute-and-name",
                "8",
                "strnet.security.requests-per-minute-and-account",
                "20"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("sealed")).toList();
    }
  }

  private static long rows(String table) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** The node ends an object a moment after its film is done; before that it is in use. */
  private static void awaitNode(int objects) throws Exception {
    NodeService node = server.bean(NodeService.class);
    for (int i = 0; i < 1200; i++) {
      if (node.node().status().counts().objects(ObjectState.PROCESSED) == objects) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the node is not done after a minute");
  }

  @Test
  void more_attempts_than_a_minute_allows_are_told_to_wait() throws Exception {
    RunningServer.Session visitor = server.visitor();
    HttpResponse<String> last = visitor.get("/sign-in");
    for (int i = 0; i < 9; i++) {
      last = visitor.postForm("/sign-in", Map.of("username", "nobody", "password", "x"));
      assertThat(last.statusCode()).isEqualTo(i < 8 ? 302 : 429);
    }
    assertThat(last.headers().firstValue("retry-after")).isPresent();
    assertThat(last.body()).contains("Too many attempts");

    RunningServer.Session reader = server.signedIn(Role.READER);
    for (int i = 0; i < 21; i++) {
      last = reader.get("/api/nothing");
      assertThat(last.statusCode()).isEqualTo(i < 20 ? 404 : 429);
    }
    assertThat(last.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(reader.get("/account").statusCode()).as("pages go on").isEqualTo(200);
  }

  @Test
  void films_and_heat_maps_are_encrypted_and_all_of_a_patient_can_be_deleted() throws Exception {
    Film first = server.screenedPhantom(3);
    Film other = server.screenedPhantom(4);
    awaitNode(2);
    assertThat(first.patientId()).isNotEmpty().isNotEqualTo(other.patientId());
    assertThat(files("node/objects")).hasSize(2);
    for (String kept : List.of("films", "node/objects")) {
      for (Path file : files(kept)) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("1.2.840.10008.").doesNotContain("IHDR");
      }
    }
    server
        .bean(JdbcClient.class)
        .sql(
            "insert into densitometry values ('d', ?, date '2026-01-01', 'hip', -2.5, 'entered',"
                + " current_timestamp, 'reader')")
        .param(first.patientId())
        .update();

    RunningServer.Session session = server.signedIn(Role.ADMINISTRATOR);
    session.postForm("/operations/erasure", Map.of("patientId", first.patientId(), "again", "x"));
    assertThat(session.get("/operations/erasure").body()).contains("typed in two ways");
    assertThat(server.bean(FilmRegister.class).byId(first.id())).isPresent();

    session.postForm(
        "/operations/erasure", Map.of("patientId", first.patientId(), "again", first.patientId()));
    assertThat(session.get("/operations/erasure").body()).contains("1 films");
    assertThat(server.bean(FilmRegister.class).byId(first.id())).isEmpty();
    assertThat(rows("densitometry")).isZero();
    assertThat(rows("film")).isEqualTo(1);
    assertThat(rows("result")).isEqualTo(1);
    assertThat(files("node/objects")).hasSize(1);
    long kept = 1 + rows("picture");
    assertThat(files("films")).hasSize((int) kept);
    assertThat(server.bean(FilmVault.class).bytes(other.file())).isNotEmpty();
    assertThat(server.bean(AuditLog.class).find("film.erased", 0, 5))
        .singleElement()
        .matches(entry -> entry.subject().equals(first.id()));
    assertThat(server.bean(AuditLog.class).count(first.patientId())).isZero();

    assertThat(server.bean(Retention.class).run()).as("nothing is old").isZero();
    server
        .bean(JdbcClient.class)
        .sql("update film set arrived_at = timestamp '2020-01-01 00:00:00' where id = ?")
        .param(other.id())
        .update();
    assertThat(server.bean(Retention.class).run()).isEqualTo(1);
    assertThat(files("films")).isEmpty();
    assertThat(files("node/objects")).isEmpty();
    assertThat(server.bean(AuditLog.class).fault()).isEmpty();
  }
}
