package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.result.ResultKind;
import org.strnet.provenance.BadInputException;

/** A node with a key. */
class SealedNodeTest {

  private static final String IN_THE_CLEAR = "1.2.840.10008.";

  @TempDir Path root;

  private Node start(MemorySender sender, int key) throws IOException {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    Path file = Files.writeString(root.resolve("key"), Base64.getEncoder().encodeToString(bytes));
    return start(sender, file.toString());
  }

  private Node start(MemorySender sender, String keyFile) {
    return Node.start(
        NodeConfiguration.parse(
            "test",
            """
            folder: %s
            receiver: {port: 0, address: 127.0.0.1}
            web: {port: 0}
            storage: {freeSpaceFloorMebibytes: 0, keyFile: '%s'}
            delivery: {firstPauseSeconds: 0.02, longestPauseSeconds: 0.1}
            """
                .formatted(root.resolve("node"), keyFile)),
        new FakeProcessing(),
        List.of(new Destination("pacs", EnumSet.allOf(ResultKind.class), sender)));
  }

  private static void take(Node node, int first, int count) throws Exception {
    for (int i = first; i < first + count; i++) {
      node.intake().take(new ByteArrayInputStream(TestObjects.small(i)));
    }
  }

  private static void awaitDelivered(Node node, long count) throws InterruptedException {
    NodeTest.await(
        () -> node.status().counts().deliveries("pacs", DeliveryState.DELIVERED) == count);
  }

  private List<String> texts() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("node"), 2)) {
      return files
          .filter(file -> file.toString().endsWith(".dcm"))
          .map(SealedNodeTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void objects_and_results_lie_encrypted_and_are_processed_and_delivered() throws Exception {
    MemorySender sender = new MemorySender();
    try (Node node = start(sender, 1)) {
      take(node, 1, 5);
      awaitDelivered(node, 5);
      assertThat(node.status().counts().objects(ObjectState.PROCESSED)).isEqualTo(5);
      assertThat(texts()).hasSize(10).noneMatch(text -> text.contains(IN_THE_CLEAR));
    }
    assertThatThrownBy(() -> start(sender, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("encrypted with another key");
    assertThatThrownBy(() -> start(sender, ""))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("their key is needed");
  }

  @Test
  void a_node_that_gets_a_key_encrypts_what_waits_and_goes_on_with_it() throws Exception {
    MemorySender sender = new MemorySender();
    sender.down = true;
    try (Node node = start(sender, "")) {
      take(node, 1, 3);
      NodeTest.await(() -> node.status().counts().objects(ObjectState.PROCESSED) == 3);
      assertThat(texts()).hasSize(6).allMatch(text -> text.contains(IN_THE_CLEAR));
    }
    sender.down = false;
    try (Node node = start(sender, 1)) {
      assertThat(texts()).hasSize(6).noneMatch(text -> text.contains(IN_THE_CLEAR));
      awaitDelivered(node, 3);
    }
  }

  @Test
  void a_queue_whose_database_is_lost_is_read_from_its_encrypted_objects() throws Exception {
    MemorySender sender = new MemorySender();
    try (Node node = start(sender, 1)) {
      take(node, 1, 3);
      awaitDelivered(node, 3);
    }
    Files.delete(root.resolve("node/queue.mv.db"));
    Path changed;
    try (Stream<Path> files = Files.list(root.resolve("node/objects"))) {
      changed = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(changed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);
    try (Node node = start(sender, 1)) {
      awaitDelivered(node, 2);
      assertThat(changed).doesNotExist();
      assertThat(changed.resolveSibling(changed.getFileName() + ".unreadable")).exists();
    }
  }

  @Test
  void a_file_that_holds_no_key_is_named() throws Exception {
    Path file = Files.writeString(root.resolve("key"), "secret of another kind");
    assertThatThrownBy(() -> start(new MemorySender(), file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("storage.keyFile: a key is 32 bytes in Base64")
        .hasMessageNotContaining("secret");
  }
}
