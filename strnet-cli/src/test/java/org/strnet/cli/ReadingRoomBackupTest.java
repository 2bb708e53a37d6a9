package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.ReadingRoom;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.screening.UploadedFilms;

/** A reading room is backed up, restored elsewhere, and goes on there. */
class ReadingRoomBackupTest {

  @TempDir Path root;

  private ConfigurableApplicationContext serve(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path node = root.resolve("node.yaml");
    Files.writeString(
        node,
        "folder: '%s'%nreceiver: {enabled: false}%nweb: {enabled: false}%n"
                .formatted(folder.resolve("node"))
            + "storage: {freeSpaceFloorMebibytes: 0}\n");
    Path gate = root.resolve("gate.yaml");
    Files.writeString(gate, "age: {least: 18}\n");
    Map<String, String> settings = new HashMap<>();
    settings.put("strnet.folder", folder.toString());
    settings.put("strnet.bundle", Path.of("..", "models", "strnet-phantom").toString());
    settings.put("strnet.node", node.toString());
    settings.put("strnet.gate", gate.toString());
    settings.put("server.port", "0");
    return ReadingRoom.start(settings);
  }

  private static Film screened(ConfigurableApplicationContext server) throws Exception {
    FilmRegister films = server.getBean(FilmRegister.class);
    String id =
        server
            .getBean(UploadedFilms.class)
            .take(PhantomObject.file(PhantomObject.draw(1, 3)), "somebody")
            .id();
    for (int i = 0; i < 1200; i++) {
      Optional<Film> done = films.byId(id).filter(film -> film.state() == FilmState.DONE);
      if (done.isPresent()) {
        return done.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no result after a minute");
  }

  @Test
  void what_was_backed_up_is_there_after_restoring() throws Exception {
    Path folder = root.resolve("room");
    Path file = root.resolve("backup.zip");
    Film film;
    byte[] bytes;
    try (ConfigurableApplicationContext server = serve(folder)) {
      film = screened(server);
      bytes = server.getBean(FilmVault.class).bytes(film.file());
      Execution running = Execution.of("backup", "--folder", folder, "--out", file);
      assertThat(running.exitCode()).isEqualTo(2);
      assertThat(running.err()).contains("a server that uses it is running");
      assertThat(file).doesNotExist();
    }

    Execution verified = Execution.of("audit-log", "verify", "--folder", folder);
    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.out()).contains("audit log whole: 1 entries");
    Execution written = Execution.of("backup", "--folder", folder, "--out", file);
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(Execution.of("backup", "--folder", folder, "--out", file).err())
        .contains("--force replaces it");

    Path restored = root.resolve("restored");
    Execution back = Execution.of("restore", "--from", file, "--folder", restored);
    assertThat(back.exitCode()).as(back.err()).isZero();
    try (ConfigurableApplicationContext server = serve(restored)) {
      assertThat(server.getBean(FilmRegister.class).byId(film.id())).contains(film);
      assertThat(server.getBean(FilmVault.class).bytes(film.file())).isEqualTo(bytes);
      assertThat(server.getBean(ResultRegister.class).newest(film.id())).isPresent();
      AuditLog audit = server.getBean(AuditLog.class);
      audit.add("somebody", "goes.on", "", "");
      assertThat(audit.fault()).isEmpty();
    }

    assertThat(Execution.of("restore", "--from", file, "--folder", restored).err())
        .contains("--force takes its place");
    Execution forced = Execution.of("restore", "--from", file, "--folder", restored, "--force");
    assertThat(forced.exitCode()).as(forced.err()).isZero();
    assertThat(root.resolve("restored.before")).isDirectory();
    refusesWhatWasChanged(file);
    findsAChangedEntry(restored);
  }

  private void refusesWhatWasChanged(Path file) throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Path cut = root.resolve("cut.zip");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    Path changed = root.resolve("changed.zip");
    try (ZipFile zip = new ZipFile(file.toFile());
        java.util.zip.ZipOutputStream out =
            new java.util.zip.ZipOutputStream(Files.newOutputStream(changed))) {
      for (java.util.zip.ZipEntry entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().startsWith("films/")) {
          bytes[bytes.length / 2] ^= 1;
        }
        out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        out.write(bytes);
      }
    }
    Path target = root.resolve("never");
    assertThat(Execution.of("restore", "--from", cut, "--folder", target).err())
        .contains("is no backup, or was cut off");
    assertThat(Execution.of("restore", "--from", changed, "--folder", target).err())
        .contains("was changed: films/");
    assertThat(target).doesNotExist();
  }

  private static void findsAChangedEntry(Path folder) throws Exception {
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:h2:file:"
                    + folder.resolve("reading-room")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "",
                "");
        Statement statement = database.createStatement()) {
      statement.execute("drop trigger audit_only_grows");
      statement.execute("update audit_entry set actor = 'another' where number = 1");
    }
    Execution verified = Execution.of("audit-log", "verify", "--folder", folder);
    assertThat(verified.exitCode()).isEqualTo(3);
    assertThat(verified.err()).contains("entry 1 was changed");
  }

  @Test
  void a_folder_without_a_reading_room_is_named() {
    Execution verified = Execution.of("audit-log", "verify", "--folder", root);
    assertThat(verified.exitCode()).isEqualTo(2);
    assertThat(verified.err()).contains("there is no reading room in this folder");
  }
}
