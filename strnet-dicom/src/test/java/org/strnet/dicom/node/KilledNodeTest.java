package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The small form of {@link KilledNodeTrial}. */
class KilledNodeTest {

  @TempDir Path root;

  @Test
  @Timeout(90)
  void nothing_acknowledged_is_lost_and_nothing_reported_twice_when_the_node_is_killed()
      throws Exception {
    Programs.require("storescu");
    KilledNodeTrial.Outcome outcome = new KilledNodeTrial(root, 12, 6, 11, true).run();
    assertThat(outcome.acknowledged()).isEqualTo(12);
    assertThat(outcome.lost()).isZero();
    assertThat(outcome.delivered()).isEqualTo(12);
    assertThat(outcome.deliveredAgain()).isZero();
  }
}
