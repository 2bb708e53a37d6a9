package org.strnet.dicom.node.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
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

  @Test
  void an_object_that_is_too_long_is_refused_and_the_association_goes_on() throws Exception {
    List<Path> large = TestObjects.write(root.resolve("large"), 1, 1, 512);
    List<Path> small = TestObjects.write(root.resolve("small"), 2, 1, 64);
    try (Stage stage = new Stage(root.resolve("node"), 100_000, 10, () -> Long.MAX_VALUE);
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 4, IDLE), stage.intake)) {
      dcmtk(
          "storescu",
          receiver,
          List.of("-v", "-nh", large.get(0).toString(), small.get(0).toString()));
      assertThat(Files.readString(root.resolve("log"))).contains("Refused: OutOfResources");
      assertThat(stage.queue.waiting()).isEqualTo(1);
    }
  }

  @Test
  void neither_log_nor_standard_output_names_a_patient_or_an_object() throws Exception {
    List<Path> films = TestObjects.write(root.resolve("films"), 1, 2, 64);
    StringBuilder said = new StringBuilder();
    Handler handler =
        new Handler() {
          @Override
          public synchronized void publish(LogRecord record) {
            said.append(new SimpleFormatter().format(record));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger all = Logger.getLogger("");
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    all.addHandler(handler);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Stage stage = new Stage(root.resolve("node"), Stage.LARGEST, 1, () -> Long.MAX_VALUE);
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 4, IDLE), stage.intake)) {
      dcmtk("storescu", receiver, films.stream().map(Path::toString).toList());
    } finally {
      System.setOut(out);
      all.removeHandler(handler);
    }
    assertThat(said.toString()).contains("at most 1 objects wait");
    assertThat(said.toString()).doesNotContain("PHANTOM").doesNotContain(TestObjects.uid(1));
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
