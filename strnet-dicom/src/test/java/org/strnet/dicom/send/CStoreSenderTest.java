package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.result.Program;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.report.ModelFacts;

class CStoreSenderTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final List<ResultObject> OBJECTS =
      ResultObjects.of(FACTS, ResultCases.everything())
          .of(ResultCases.twoKnees(FACTS), ResultCases.AT);
  private static final ResultObject REPORT = OBJECTS.get(0);
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private static final Patience HASTY =
      new Patience(Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(8));

  @TempDir Path folder;

  @Test
  void objects_arrive_as_they_were_made_over_one_association() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender = to(peer.port)) {
      for (ResultObject object : OBJECTS) {
        sender.send(object);
      }
      assertThat(peer.associations).hasSize(1);
      for (int i = 0; i < OBJECTS.size(); i++) {
        assertThat(peer.stored.get(i)).isEqualTo(ReadBack.dataset(OBJECTS.get(i).file()));
      }
    }
  }

  @Test
  void a_peer_that_takes_only_implicit_little_endian_gets_it() throws Exception {
    try (AnsweringPeer peer =
            new AnsweringPeer(null, UID.ImplicitVRLittleEndian, AnsweringPeer.classes());
        ResultSender sender = to(peer.port)) {
      sender.send(REPORT);
      assertThat(peer.stored.get(0).getString(Tag.SOPInstanceUID))
          .isEqualTo(REPORT.sopInstanceUid());
    }
  }

  @Test
  void out_of_resources_is_worth_another_try_and_then_it_is_stored() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender = to(peer.port)) {
      peer.status.set(0xa700);
      DeliveryException failure = failure(sender, REPORT);
      assertThat(failure.isWorthAnotherTry()).isTrue();
      assertThat(failure).hasMessageContaining("A700").hasMessageNotContaining("SECRET");

      peer.status.set(0);
      sender.send(REPORT);
      assertThat(peer.stored).hasSize(2);
    }
  }

  @Test
  void a_refusal_of_the_object_is_not_worth_another_try() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender = to(peer.port)) {
      for (int status : new int[] {0xa900, 0xc000, 0x0122}) {
        peer.status.set(status);
        assertThat(failure(sender, REPORT).isWorthAnotherTry()).isFalse();
      }
    }
  }

  @Test
  void a_warning_is_stored() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender = to(peer.port)) {
      peer.status.set(0xb000);
      sender.send(REPORT);
      assertThat(peer.stored).hasSize(1);
    }
  }

  @Test
  void a_class_that_the_peer_does_not_take_is_not_worth_another_try() throws Exception {
    try (AnsweringPeer peer =
            new AnsweringPeer(null, UID.ExplicitVRLittleEndian, UID.SecondaryCaptureImageStorage);
        ResultSender sender = to(peer.port)) {
      DeliveryException failure = failure(sender, REPORT);
      assertThat(failure.isWorthAnotherTry()).isFalse();
      assertThat(failure).hasMessageContaining(UID.ComprehensiveSRStorage);
      sender.send(OBJECTS.get(1));
      assertThat(peer.stored).hasSize(1);
    }
  }

  @Test
  void a_peer_that_does_not_answer_is_worth_another_try() throws Exception {
    try (ResultSender sender = to(AnsweringPeer.freePort())) {
      assertThat(failure(sender, REPORT).isWorthAnotherTry()).isTrue();
    }
  }

  @Test
  void an_unknown_title_is_a_matter_of_settings_and_worth_another_try() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender =
            new StorePeer("127.0.0.1", peer.port, "SOMEONE", "STRNET", PATIENT, Optional.empty())
                .open()) {
      DeliveryException failure = failure(sender, REPORT);
      assertThat(failure.isWorthAnotherTry()).isTrue();
      assertThat(failure).hasMessageContaining("rejected");
    }
  }

  @Test
  void a_peer_that_falls_silent_is_not_waited_for_longer_than_patience() throws Exception {
    var brief = new Patience(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(8));
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender =
            new StorePeer(
                    "127.0.0.1", peer.port, AnsweringPeer.TITLE, "STRNET", brief, Optional.empty())
                .open()) {
      peer.status.set(AnsweringPeer.SILENT);
      assertThat(failure(sender, REPORT).isWorthAnotherTry()).isTrue();

      peer.status.set(0);
      sender.send(REPORT);
      assertThat(peer.associations).hasSize(2);
    }
  }

  @Test
  void an_association_that_was_lost_is_opened_again_without_a_failure() throws Exception {
    try (AnsweringPeer peer = AnsweringPeer.ofEveryClass();
        ResultSender sender = to(peer.port)) {
      sender.send(REPORT);
      peer.associations.forEach(Association::abort);
      sender.send(REPORT);
      assertThat(peer.stored).hasSize(2);
      assertThat(peer.associations).hasSize(2);
    }
  }

  @Test
  void keys_on_both_sides_make_a_connection_and_without_a_key_there_is_none() throws Exception {
    TlsStores keys = TestKeys.shared(folder);
    try (AnsweringPeer peer =
        new AnsweringPeer(keys, UID.ExplicitVRLittleEndian, AnsweringPeer.classes())) {
      try (ResultSender sender = tls(peer.port, keys)) {
        sender.send(REPORT);
        assertThat(peer.stored).hasSize(1);
      }
      TlsStores nobody = new TlsStores(keys.trust(), Optional.empty());
      try (ResultSender sender = tls(peer.port, nobody)) {
        assertThat(failure(sender, REPORT).isWorthAnotherTry()).isTrue();
      }
      assertThat(peer.stored).hasSize(1);
    }
  }

  @Test
  void dcmtk_stores_every_object_and_holds_what_was_made() throws Exception {
    Path program = Program.require("storescp");
    int port = AnsweringPeer.freePort();
    Process storescp =
        new ProcessBuilder(program.toString(), "--output-directory", folder.toString(), "" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (ResultSender sender = to(port)) {
      Peers.awaitPort(port);
      for (ResultObject object : OBJECTS) {
        sender.send(object);
      }
    } finally {
      storescp.destroy();
      storescp.waitFor();
    }
    List<String> found =
        Peers.files(folder).stream()
            .map(CStoreSenderTest::read)
            .map(dataset -> dataset.getString(Tag.SOPInstanceUID))
            .toList();
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            OBJECTS.stream().map(ResultObject::sopInstanceUid).toList());
    assertThat(Peers.files(folder).stream().map(CStoreSenderTest::read))
        .containsExactlyInAnyOrderElementsOf(
            OBJECTS.stream().map(object -> ReadBack.dataset(object.file())).toList());
  }

  private static Attributes read(Path file) {
    try {
      return ReadBack.dataset(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResultSender to(int port) {
    return new StorePeer(
            "127.0.0.1", port, AnsweringPeer.TITLE, "STRNET", PATIENT, Optional.empty())
        .open();
  }

  private static ResultSender tls(int port, TlsStores stores) {
    return new StorePeer(
            "127.0.0.1", port, AnsweringPeer.TITLE, "STRNET", HASTY, Optional.of(stores))
        .open();
  }

  private static DeliveryException failure(ResultSender sender, ResultObject object) {
    return catchThrowableOfType(DeliveryException.class, () -> sender.send(object));
  }
}
