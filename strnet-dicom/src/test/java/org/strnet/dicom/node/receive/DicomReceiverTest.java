package org.strnet.dicom.node.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Programs;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;

/** The receiver and DCMTK. */
class DicomReceiverTest {

  private static final Duration IDLE = Duration.ofSeconds(10);

  @TempDir Path root;

  private int dcmtk(String program, DicomReceiver receiver, List<String> more) throws Exception {
    Programs.require(program);
    List<String> command = new ArrayList<>(List.of(program, "-aet", "DCMTK", "-aec", "STRNET"));
    command.addAll(List.of("127.0.0.1", String.valueOf(receiver.port())));
    command.addAll(more);
    return Programs.run(root.resolve("log"), command);
  }

  @Test
  void echo_and_store_of_dcmtk_are_answered() throws Exception {
    List<Path> films = TestObjects.write(root.resolve("films"), 1, 3, 64);
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of("DCMTK"), 4, IDLE), stage.intake)) {
      assertThat(dcmtk("echoscu", receiver, List.of())).isZero();
      assertThat(dcmtk("storescu", receiver, films.stream().map(Path::toString).toList())).isZero();
      assertThat(stage.queue.waiting()).isEqualTo(3);
    }
  }

  @Test
  void a_caller_that_is_not_on_the_list_is_rejected() throws Exception {
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of("OTHER"), 4, IDLE), stage.intake)) {
      assertThat(dcmtk("echoscu", receiver, List.of())).isNotZero();
      assertThat(Files.readString(root.resolve("log"))).contains("Calling AE Title Not Recognized");
    }
  }

  @Test
  void out_of_resources_reaches_the_sender() throws Exception {
    List<Path> films = TestObjects.write(root.resolve("films"), 1, 1, 64);
    try (Stage stage = new Stage(root.resolve("node"), Stage.LARGEST, 10, () -> 0);
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 4, IDLE), stage.intake)) {
      dcmtk("storescu", receiver, List.of("-v", films.get(0).toString()));
      assertThat(Files.readString(root.resolve("log"))).contains("Refused: OutOfResources");
      assertThat(stage.queue.waiting()).isZero();
    }
  }
}
