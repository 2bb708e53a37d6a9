package org.strnet.training.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChannelWeightsTest {

  @Test
  void each_channel_has_the_scale_of_its_own_largest_weight() {
    ChannelWeights channels =
        ChannelWeights.of(new float[] {1.27f, -0.02f, 0.5f, -127}, new float[] {0.1f, -2}, 1, 0.5f);

    assertThat(channels.scales()[0]).isCloseTo(0.01f, within(1e-8f));
    assertThat(channels.scales()[1]).isCloseTo(1, within(1e-6f));
    assertThat(channels.weight()).containsExactly(127, -2, 0, -127);
    assertThat(channels.bias()).containsExactly(20, -4);
    assertThat(channels.biasScales()[1]).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void neighbouring_inputs_of_one_tap_fit_sixteen_bits_together() {
    float[] pointwise = {1, 1, 0, 0};
    float[] twoTaps = {1, 0, 0, 1};

    byte[] neighbours = ChannelWeights.of(pointwise, new float[1], 1, 1).weight();
    byte[] apart = ChannelWeights.of(twoTaps, new float[1], 2, 1).weight();

    assertThat(255 * (neighbours[0] + neighbours[1])).isLessThanOrEqualTo(Short.MAX_VALUE);
    assertThat(neighbours).containsExactly(64, 64, 0, 0);
    assertThat(apart).containsExactly(127, 0, 0, 127);
  }

  @Test
  void the_bias_of_a_channel_without_weights_does_not_overflow() {
    ChannelWeights dead = ChannelWeights.of(new float[] {0, 1e-30f}, new float[] {3}, 1, 0.02f);

    assertThat(dead.weight()).containsOnly(0);
    assertThat(dead.bias()[0] * (double) dead.biasScales()[0]).isCloseTo(3, within(1e-5));
  }
}
