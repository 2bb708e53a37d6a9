package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.KeptObject;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.result.ResultKind;

/** What is finished can be processed once more, and is delivered once. */
@Timeout(60)
class KeptLedgerTest {

  @TempDir Path root;

  @Test
  void a_kept_object_is_processed_again_and_its_results_are_not_sent_twice() throws Exception {
    FakeProcessing processing = new FakeProcessing();
    MemorySender sender = new MemorySender();
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "test",
            """
            folder: %s
            receiver: {enabled: false}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 0}
            work: {threads: 1}
            """
                .formatted(root.resolve("node")));
    try (Node node =
        Node.start(
            configuration,
            processing,
            List.of(new Destination("pacs", EnumSet.allOf(ResultKind.class), sender)))) {
      for (int number = 1; number <= 3; number++) {
        node.intake().take(new ByteArrayInputStream(TestObjects.small(number)));
      }
      NodeTest.await(() -> node.status().counts().deliveries(DeliveryState.DELIVERED) == 3);
      List<KeptObject> kept = node.kept().after(0, 2);
      assertThat(kept)
          .extracting(KeptObject::sopInstanceUid)
          .containsExactly(TestObjects.uid(1), TestObjects.uid(2));
      assertThat(node.kept().after(kept.get(1).id(), 2))
          .extracting(KeptObject::sopInstanceUid)
          .containsExactly(TestObjects.uid(3));

      assertThat(node.kept().processAgain(kept.get(0))).isTrue();
      NodeTest.await(() -> processing.calls.get() == 4);
      NodeTest.await(() -> node.status().counts().objects(ObjectState.PROCESSED) == 3);
      assertThat(node.status().counts().deliveries(DeliveryState.DELIVERED)).isEqualTo(3);
      assertThat(node.status().counts().deliveries(DeliveryState.WAITING)).isZero();

      Files.delete(kept.get(1).file());
      assertThat(node.kept().processAgain(kept.get(1))).as("its file is gone").isFalse();
      assertThat(node.erasure().forget(TestObjects.uid(3))).isTrue();
      assertThat(node.kept().after(kept.get(1).id(), 2)).isEmpty();
    }
  }
}
