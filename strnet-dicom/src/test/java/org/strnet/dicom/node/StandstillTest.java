package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.node.queue.Standstill;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.result.ResultKind;

/** What stands still is named, goes on when told, and what is to be forgotten is. */
@Timeout(60)
class StandstillTest {

  @TempDir Path root;

  private Node start(ObjectProcessing processing, MemorySender sender) {
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "test",
            """
            folder: %s
            receiver: {enabled: false}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 0}
            delivery: {firstPauseSeconds: 0.02, longestPauseSeconds: 0.1}
            work: {threads: 1, pauseSeconds: 0.02, attempts: 2}
            """
                .formatted(root.resolve("node")));
    return Node.start(
        configuration,
        processing,
        List.of(new Destination("pacs", EnumSet.allOf(ResultKind.class), sender)));
  }

  private static void take(Node node, int number) throws Exception {
    node.intake().take(new ByteArrayInputStream(TestObjects.small(number)));
  }

  private long files(String folder) throws Exception {
    try (Stream<Path> files = Files.list(root.resolve("node").resolve(folder))) {
      return files.count();
    }
  }

  @Test
  void what_failed_is_named_and_is_processed_when_it_is_put_back() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    FakeProcessing sound = new FakeProcessing();
    ObjectProcessing processing =
        object -> {
          if (broken.get()) {
            throw new IllegalStateException("broken");
          }
          return sound.process(object);
        };
    try (Node node = start(processing, new MemorySender())) {
      take(node, 1);
      NodeTest.await(() -> node.status().counts().objects(ObjectState.FAILED) == 1);
      assertThat(node.standstill().all()).containsExactly(new Standstill("", "exception", 1));
      broken.set(false);
      assertThat(node.standstill().tryFailedAgain()).isEqualTo(1);
      NodeTest.await(() -> node.status().counts().objects(ObjectState.PROCESSED) == 1);
      assertThat(node.standstill().all()).isEmpty();
      assertThat(node.standstill().tryFailedAgain()).isZero();
    }
  }

  @Test
  void what_a_destination_refused_is_named_and_sent_when_it_is_put_back() throws Exception {
    MemorySender sender = new MemorySender();
    sender.refusing = true;
    try (Node node = start(new FakeProcessing(), sender)) {
      take(node, 1);
      NodeTest.await(() -> node.status().counts().deliveries(DeliveryState.REFUSED) == 1);
      assertThat(node.standstill().all())
          .singleElement()
          .matches(it -> it.destination().equals("pacs") && it.count() == 1);
      sender.refusing = false;
      assertThat(node.standstill().sendRefusedAgain("another")).isZero();
      assertThat(node.standstill().sendRefusedAgain("pacs")).isEqualTo(1);
      NodeTest.await(() -> node.status().counts().deliveries(DeliveryState.DELIVERED) == 1);
    }
  }

  @Test
  void a_forgotten_object_leaves_no_row_and_no_file_and_may_come_again() throws Exception {
    FakeProcessing processing = new FakeProcessing();
    MemorySender sender = new MemorySender();
    try (Node node = start(processing, sender)) {
      take(node, 1);
      take(node, 2);
      NodeTest.await(() -> node.status().counts().deliveries(DeliveryState.DELIVERED) == 2);
      assertThat(node.erasure().forget(TestObjects.uid(1))).isTrue();
      assertThat(node.erasure().forget(TestObjects.uid(1))).isTrue();
      assertThat(files("objects")).isEqualTo(1);
      assertThat(files("results")).isEqualTo(1);
      assertThat(node.status().counts().objects(ObjectState.PROCESSED)).isEqualTo(1);
      take(node, 1);
      NodeTest.await(() -> processing.calls.get() == 3);
    }
  }

  @Test
  void an_object_is_not_forgotten_while_it_is_processed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    FakeProcessing sound = new FakeProcessing();
    ObjectProcessing slow =
        object -> {
          begun.countDown();
          try {
            free.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return sound.process(object);
        };
    try (Node node = start(slow, new MemorySender())) {
      take(node, 1);
      take(node, 2);
      begun.await();
      assertThat(node.erasure().forget(TestObjects.uid(1))).isFalse();
      assertThat(node.erasure().forget(TestObjects.uid(2))).isTrue();
      free.countDown();
      NodeTest.await(() -> node.status().counts().objects(ObjectState.PROCESSED) == 1);
      assertThat(node.erasure().forget(TestObjects.uid(1))).isTrue();
      assertThat(files("objects")).isZero();
    }
  }
}
