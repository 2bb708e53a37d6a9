package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;

/** Results that somebody sends after their object was finished. */
@Timeout(60)
class RedeliveryTest {

  private static final String FILM = TestObjects.uid(1);
  private static final String FIRST = FakeProcessing.resultUid(FILM);

  @TempDir Path root;

  private final MemorySender sender = new MemorySender();

  private Node start() {
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "test",
            """
            folder: '%s'
            receiver: {enabled: false}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 0}
            delivery: {firstPauseSeconds: 0.02, longestPauseSeconds: 0.1}
            """
                .formatted(root.resolve("node")));
    return Node.start(
        configuration,
        new FakeProcessing(),
        List.of(
            new Destination("pacs", EnumSet.of(ResultKind.STRUCTURED_REPORT), sender),
            new Destination("pages", EnumSet.of(ResultKind.PAGE), new MemorySender())));
  }

  private static ResultObject report(String uid) {
    return new ResultObject(
        ResultKind.STRUCTURED_REPORT, FakeProcessing.SR, uid, TestObjects.small(7));
  }

  private void takeFilm(Node node) throws Exception {
    node.intake().take(new ByteArrayInputStream(TestObjects.small(1)));
    NodeTest.await(() -> delivered(node) == 1);
  }

  private static long delivered(Node node) {
    return node.status().counts().deliveries("pacs", DeliveryState.DELIVERED);
  }

  @Test
  void a_new_result_of_an_old_film_goes_to_those_who_want_its_kind() throws Exception {
    try (Node node = start()) {
      takeFilm(node);
      assertThat(node.deliver(FILM, List.of(report("2.25.77")))).isEqualTo(1);
      NodeTest.await(() -> delivered(node) == 2);
      assertThat(sender.uids).containsExactly(FIRST, "2.25.77");
    }
  }

  @Test
  void a_result_that_the_destination_holds_is_sent_to_it_once_more() throws Exception {
    try (Node node = start()) {
      takeFilm(node);
      assertThat(node.deliver(FILM, List.of(report(FIRST)))).isEqualTo(1);
      NodeTest.await(() -> sender.uids.size() == 2);
      NodeTest.await(() -> delivered(node) == 1);
      assertThat(sender.uids).containsExactly(FIRST, FIRST);
    }
  }

  @Test
  void a_destination_that_is_down_gets_it_after_a_restart() throws Exception {
    try (Node node = start()) {
      takeFilm(node);
      sender.down = true;
      assertThat(node.deliver(FILM, List.of(report("2.25.78")))).isEqualTo(1);
    }
    assertThat(sender.uids).containsExactly(FIRST);
    sender.down = false;
    try (Node node = start()) {
      NodeTest.await(() -> delivered(node) == 2);
      assertThat(sender.uids).containsExactly(FIRST, "2.25.78");
    }
  }

  @Test
  void a_film_that_was_never_taken_has_no_results_to_send() {
    try (Node node = start()) {
      assertThatThrownBy(() -> node.deliver("2.25.1", List.of(report("2.25.79"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("never took");
    }
  }
}
