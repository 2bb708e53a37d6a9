package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

class FirstFilmTest {

  @Test
  void an_uploaded_film_gets_a_result_with_a_heat_map_and_leaves_a_trace(@TempDir Path folder)
      throws Exception {
    try (RunningServer server = RunningServer.start(folder)) {
      Film film = server.screenedPhantom(3);

      StoredResult result = server.bean(ResultRegister.class).newest(film.id()).orElseThrow();
      assertThat(result.outcome()).isEqualTo("assessed");
      assertThat(result.worst().orElseThrow().boneLoss()).isBetween(0.0, 1.0);
      assertThat(server.bean(ResultRegister.class).heatMap(result.id(), 0)).isPresent();
      assertThat(server.bean(AuditLog.class).find(film.id(), 0, 10)).hasSize(1);
      assertThat(server.bean(AuditLog.class).fault()).isEmpty();
    }
  }

  @Test
  void a_film_that_cannot_be_queued_at_the_start_keeps_the_server_from_nothing(@TempDir Path folder)
      throws Exception {
    String lost;
    try (RunningServer server = RunningServer.start(folder)) {
      Film film = server.screenedPhantom(3);
      lost = film.id();
      server.bean(FilmVault.class).delete(film.file());
      server.bean(FilmRegister.class).setState(lost, FilmState.RECEIVED);
    }
    try (RunningServer server = RunningServer.start(folder)) {
      assertThat(server.screenedPhantom(4).state()).isEqualTo(FilmState.DONE);
      assertThat(server.bean(FilmRegister.class).byId(lost)).isPresent();
    }
  }
}
