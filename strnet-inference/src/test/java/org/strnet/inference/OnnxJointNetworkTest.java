package org.strnet.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class OnnxJointNetworkTest {

  @TempDir Path folder;

  private OnnxJointNetwork load(SmallNetworks network) {
    return OnnxJointNetwork.load(network.writeTo(folder.resolve("knee.onnx")));
  }

  @Test
  void planes_follow_one_another_in_cells_of_four_pixels() {
    try (OnnxJointNetwork network = load(SmallNetworks.joints())) {
      float[] film = new float[32 * 32];
      film[4] = 16;

      float[] joints = network.run(film, 32);

      assertThat(joints).hasSize(5 * 8 * 8);
      assertThat(joints[1]).isEqualTo(1);
      assertThat(joints[64 + 1]).isEqualTo(1);
      assertThat(joints[0]).isZero();
    }
  }

  @Test
  void one_network_takes_films_of_several_sizes() {
    try (OnnxJointNetwork network = load(SmallNetworks.joints())) {
      assertThat(network.run(new float[64 * 64], 64)).hasSize(5 * 16 * 16);
      assertThat(network.run(new float[32 * 32], 32)).hasSize(5 * 8 * 8);
    }
  }

  @Test
  void a_side_that_is_no_multiple_of_32_is_the_caller_s_mistake() {
    try (OnnxJointNetwork network = load(SmallNetworks.joints())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.run(new float[40 * 40], 40))
          .withMessageContaining("multiple of 32");
    }
  }

  @Test
  void str_net_is_not_taken_for_the_finder() {
    assertThatThrownBy(() -> load(SmallNetworks.boneLoss(0).withBoneLossOutputs()))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("knee.onnx: input 'film' must be [N, 1, H, W]");
  }
}
