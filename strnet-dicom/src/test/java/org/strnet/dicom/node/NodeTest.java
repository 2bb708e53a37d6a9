package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.node.work.ProcessedObject;
import org.strnet.dicom.result.ResultKind;
import org.strnet.provenance.BadInputException;

@Timeout(60)
class NodeTest {

  @TempDir Path root;

  private String yaml() {
    return """
        folder: %s
        receiver: {port: 0, address: 127.0.0.1}
        web: {port: 0}
        storage: {freeSpaceFloorMebibytes: 0}
        delivery: {firstPauseSeconds: 0.02, longestPauseSeconds: 0.1}
        work: {threads: 2, pauseSeconds: 0.02, longestSeconds: 1}
        """
        .formatted(root.resolve("node"));
  }

  private NodeConfiguration configuration(String found, String changed) {
    return NodeConfiguration.parse("test", yaml().replace(found, changed));
  }

  private static Destination destination(String name, MemorySender sender) {
    return new Destination(name, EnumSet.allOf(ResultKind.class), sender);
  }

  private static void take(Node node, int first, int count) throws Exception {
    for (int i = first; i < first + count; i++) {
      node.intake().take(new ByteArrayInputStream(TestObjects.small(i)));
    }
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static List<String> results(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> FakeProcessing.resultUid(TestObjects.uid(i)))
        .toList();
  }

  @Test
  void every_object_is_processed_once_and_reported_once_to_each_destination() throws Exception {
    FakeProcessing processing = new FakeProcessing();
    MemorySender a = new MemorySender();
    MemorySender b = new MemorySender();
    try (Node node =
        Node.start(
            configuration("", ""), processing, List.of(destination("a", a), destination("b", b)))) {
      take(node, 1, 20);
      take(node, 1, 20);
      await(() -> a.uids.size() == 20 && b.uids.size() == 20);
      await(() -> node.status().counts().deliveries(DeliveryState.DELIVERED) == 40);
      assertThat(processing.calls).hasValue(20);
      assertThat(a.uids).containsExactlyInAnyOrderElementsOf(results(1, 20));
      assertThat(node.status().counts().outcomes()).containsEntry("assessed", 20L);
      assertThat(node.status().line()).contains("20 processed").contains("40 delivered");
    }
  }

  @Test
  void what_waits_goes_on_after_a_restart() throws Exception {
    MemorySender sender = new MemorySender();
    sender.down = true;
    try (Node node =
        Node.start(
            configuration("", ""), new FakeProcessing(), List.of(destination("pacs", sender)))) {
      take(node, 1, 5);
      await(() -> node.status().counts().objects(ObjectState.PROCESSED) == 5);
    }
    sender.down = false;
    FakeProcessing second = new FakeProcessing();
    try (Node node =
        Node.start(configuration("", ""), second, List.of(destination("pacs", sender)))) {
      await(() -> node.status().counts().deliveries("pacs", DeliveryState.DELIVERED) == 5);
      take(node, 1, 5);
      assertThat(sender.uids).containsExactlyInAnyOrderElementsOf(results(1, 5));
      assertThat(second.calls).hasValue(0);
    }
  }

  @Test
  void a_destination_that_is_down_holds_up_no_other_and_gets_everything_later() throws Exception {
    MemorySender down = new MemorySender();
    MemorySender up = new MemorySender();
    down.down = true;
    try (Node node =
        Node.start(
            configuration("threads: 2", "threads: 1"),
            new FakeProcessing(),
            List.of(destination("down", down), destination("up", up)))) {
      take(node, 1, 10);
      await(() -> up.uids.size() == 10);
      assertThat(down.uids).isEmpty();
      down.down = false;
      await(() -> node.status().counts().deliveries("down", DeliveryState.DELIVERED) == 10);
      assertThat(down.uids).hasSize(10).doesNotHaveDuplicates();
      assertThat(up.uids).containsExactlyElementsOf(results(1, 10));
    }
  }

  @Test
  void a_refused_result_is_parked_with_its_reason_and_the_rest_goes_on() throws Exception {
    MemorySender sender = new MemorySender();
    sender.refusing = true;
    try (Node node =
        Node.start(
            configuration("", ""), new FakeProcessing(), List.of(destination("pacs", sender)))) {
      take(node, 1, 1);
      await(() -> node.status().counts().deliveries("pacs", DeliveryState.REFUSED) == 1);
      sender.refusing = false;
      take(node, 2, 1);
      await(() -> node.status().counts().deliveries("pacs", DeliveryState.DELIVERED) == 1);
      assertThat(sender.uids).containsExactlyElementsOf(results(2, 1));
    }
  }

  @Test
  void objects_that_throw_or_hang_are_left_alone_and_hold_up_no_other() throws Exception {
    FakeProcessing good = new FakeProcessing();
    ObjectProcessing processing =
        new ObjectProcessing() {
          @Override
          public ProcessedObject process(byte[] object) {
            String uid = FakeProcessing.uid(object);
            if (uid.equals(TestObjects.uid(1))) {
              throw new StackOverflowError("poison");
            }
            if (uid.equals(TestObjects.uid(2))) {
              hang();
            }
            return good.process(object);
          }
        };
    MemorySender sender = new MemorySender();
    try (Node node =
        Node.start(
            configuration("longestSeconds: 1", "longestSeconds: 1, attempts: 2"),
            processing,
            List.of(destination("pacs", sender)))) {
      take(node, 1, 12);
      await(() -> node.status().counts().objects(ObjectState.FAILED) == 2);
      await(() -> sender.uids.size() == 10);
      assertThat(node.status().counts().outcomes())
          .containsEntry("failed:exception", 1L)
          .containsEntry("failed:too_long", 1L)
          .containsEntry("assessed", 10L);
    }
  }

  private static void hang() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped");
    }
  }

  @Test
  void a_second_node_in_the_folder_is_refused() {
    try (Node node = Node.start(configuration("", ""), new FakeProcessing(), List.of())) {
      assertThat(node.dicomPort()).isPresent();
      assertThatThrownBy(() -> Node.start(configuration("", ""), new FakeProcessing(), List.of()))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("one node");
    }
  }

  @Test
  void a_broken_database_is_named() throws Exception {
    Files.createDirectories(root.resolve("node"));
    Files.write(root.resolve("node/queue.mv.db"), new byte[20_000]);
    assertThatThrownBy(() -> Node.start(configuration("", ""), new FakeProcessing(), List.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("database cannot be used");
  }
}
