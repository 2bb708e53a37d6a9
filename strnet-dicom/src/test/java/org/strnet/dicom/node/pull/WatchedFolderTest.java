package org.strnet.dicom.node.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.configuration.WatchConfiguration;
import org.strnet.dicom.node.queue.Admission;

@Timeout(30)
class WatchedFolderTest {

  @TempDir Path root;

  private WatchedFolder watch(Stage stage) {
    return new WatchedFolder(
        new WatchConfiguration(root.resolve("in").toString(), 0.05, 0.2),
        stage.intake,
        stage.ledger);
  }

  private static void await(Stage stage, long objects) throws InterruptedException {
    while (stage.queue.waiting() < objects) {
      Thread.sleep(10);
    }
  }

  @Test
  void complete_files_are_taken_once_and_stay_as_they_were() throws Exception {
    Path folder = Files.createDirectories(root.resolve("in/below"));
    byte[] film = TestObjects.small(1);
    Path file = Files.write(folder.resolve("a.dcm"), film);
    Files.write(folder.resolve("b.dcm.part"), TestObjects.small(2));
    Files.writeString(folder.resolve("notes.txt"), "no film");
    try (Stage stage = new Stage(root.resolve("node"))) {
      try (WatchedFolder watched = watch(stage)) {
        watched.start();
        await(stage, 1);
        Files.move(folder.resolve("b.dcm.part"), folder.resolve("b.dcm"));
        await(stage, 2);
      }
      try (WatchedFolder again = watch(stage)) {
        again.start();
        Thread.sleep(600);
      }
      assertThat(stage.intake.counters().admitted(Admission.NEW)).isEqualTo(2);
      assertThat(stage.intake.counters().admitted(Admission.KNOWN)).isZero();
      assertThat(stage.intake.counters().refused()).isEqualTo(1);
      assertThat(file).hasBinaryContent(film);
    }
  }

  @Test
  void a_file_that_still_grows_is_left_until_it_stands_still() throws Exception {
    Path folder = Files.createDirectories(root.resolve("in"));
    byte[] film = TestObjects.small(1);
    try (Stage stage = new Stage(root.resolve("node"));
        WatchedFolder watched = watch(stage)) {
      watched.start();
      for (int length = 1000; length < film.length; length += 1000) {
        Files.write(folder.resolve("a.dcm"), Arrays.copyOf(film, length));
        Thread.sleep(60);
      }
      Files.write(folder.resolve("a.dcm"), film);
      await(stage, 1);
      assertThat(stage.intake.counters().refused()).isZero();
    }
  }
}
