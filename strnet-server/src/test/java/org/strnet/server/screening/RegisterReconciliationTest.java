package org.strnet.server.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.server.ReadingRoom;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmGoneException;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.ResultRegister;

class RegisterReconciliationTest {

  @TempDir Path folder;

  private static void await(BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not within a minute");
  }

  private static void awaitNode(RunningServer server, long objects) throws InterruptedException {
    await(
        () ->
            server.bean(NodeService.class).node().status().counts().objects(ObjectState.PROCESSED)
                == objects);
  }

  /** What a power failure does to rows that the system had not yet written. */
  private void losing(List<String> statements, String film) throws Exception {
    try (ConfigurableApplicationContext stopped =
        ReadingRoom.openDatabase(Map.of("strnet.folder", folder.toString()))) {
      for (String sql : statements) {
        stopped.getBean(JdbcClient.class).sql(sql).param(film).update();
      }
    }
  }

  @Test
  void films_and_results_that_the_register_lost_come_back_and_none_is_doubled() throws Exception {
    Film rowless;
    Film resultless;
    Film whole;
    try (RunningServer server = RunningServer.start(folder)) {
      rowless = server.screenedPhantom(3);
      resultless = server.screenedPhantom(4);
      whole = server.screenedPhantom(5);
      awaitNode(server, 3);
    }
    List<String> results =
        List.of(
            "delete from picture where result_id in (select id from result where film_id = ?)",
            "delete from result where film_id = ?");
    losing(results, rowless.id());
    losing(List.of("delete from film where id = ?"), rowless.id());
    losing(results, resultless.id());
    losing(
        List.of("update film set state = 'SCREENING', result_id = null where id = ?"),
        resultless.id());

    try (RunningServer server = RunningServer.start(folder)) {
      FilmRegister films = server.bean(FilmRegister.class);
      await(() -> films.bySopInstanceUid(rowless.sopInstanceUid()).isPresent());
      Film back = server.screened(films.bySopInstanceUid(rowless.sopInstanceUid()).get().id());
      server.screened(resultless.id());
      awaitNode(server, 3);

      ResultRegister register = server.bean(ResultRegister.class);
      for (String id : List.of(back.id(), resultless.id(), whole.id())) {
        assertThat(register.ofFilm(id)).hasSize(1);
      }
      assertThat(server.signedIn(Role.READER).get("/").body()).contains("/films/" + back.id());
      assertThat(
              server
                  .bean(JdbcClient.class)
                  .sql("select count(*) from film")
                  .query(Long.class)
                  .single())
          .isEqualTo(3);
      assertThat(server.bean(RegisterReconciliation.class).reconcile()).isZero();
    }
  }

  @Test
  void a_file_that_only_the_node_still_has_is_kept_again() throws Exception {
    try (RunningServer server = RunningServer.start(folder)) {
      Film film = server.screenedPhantom(3);
      awaitNode(server, 1);
      FilmVault vault = server.bean(FilmVault.class);
      byte[] before = vault.bytes(film.file());
      vault.delete(film.file());

      assertThat(server.bean(RegisterReconciliation.class).reconcile()).isEqualTo(1);

      assertThat(vault.bytes(film.file())).isEqualTo(before);
      assertThat(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().state())
          .isEqualTo(FilmState.DONE);
    }
  }

  @Test
  void a_film_whose_file_is_gone_says_so_and_breaks_no_page() throws Exception {
    try (RunningServer server = RunningServer.start(folder)) {
      Film film = server.screenedPhantom(3);
      awaitNode(server, 1);
      assertThat(server.bean(NodeService.class).node().erasure().forget(film.sopInstanceUid()))
          .isTrue();
      server.bean(FilmVault.class).delete(film.file());
      assertThat(server.bean(RegisterReconciliation.class).reconcile()).isZero();
      RunningServer.Session radiologist = server.signedIn(Role.RADIOLOGIST);
      String page = "/films/" + film.id();

      HttpResponse<String> shown = radiologist.get(page);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains(FilmGoneException.WORDS.replace("'", "&#39;"));
      assertThat(radiologist.get("/").statusCode()).isEqualTo(200);
      assertThat(radiologist.get(page + "/pixels").statusCode()).isEqualTo(410);
      HttpResponse<String> report = radiologist.get(page + "/report.pdf");
      assertThat(report.statusCode()).isEqualTo(410);
      assertThat(report.body()).contains("The film is gone");
      String version =
          Long.toString(server.bean(FilmRegister.class).byId(film.id()).orElseThrow().version());
      for (String action : List.of("preview", "rescore")) {
        HttpResponse<String> answer =
            radiologist.postForm(page + "/" + action, Map.of("version", version, "age", "70"));
        assertThat(answer.statusCode()).as(action).isEqualTo(410);
        assertThat(answer.body()).as(action).contains("no longer on this server");
      }
      HttpResponse<String> object = radiologist.get("/api/v1/films/" + film.id() + "/object");
      assertThat(object.statusCode()).isEqualTo(410);
      assertThat(object.body()).contains("urn:strnet:problem:film-gone");
    }
  }
}
