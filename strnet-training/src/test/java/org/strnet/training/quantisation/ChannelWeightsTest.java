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
  void two_products_that_are_added_in_sixteen_bits_fit_them() {
    byte[] together = ChannelWeights.of(new float[] {1, 1, 0, 0}, new float[1], 1, 1).weight();
    byte[] apart = ChannelWeights.of(new float[] {0, 1, 1, 0}, new float[1], 1, 1).weight();

    assertThat(255 * (together[0] + together[1])).isLessThanOrEqualTo(Short.MAX_VALUE);
    assertThat(together).containsExactly(64, 64, 0, 0);
    assertThat(apart).containsExactly(0, 127, 127, 0);
  }

  /** Of three channels with two taps the products run c0 c1, c2 c0', c1' c2'. */
  @Test
  void products_are_counted_channel_by_channel_within_a_tap() {
    byte[] together =
        ChannelWeights.of(new float[] {0, 1, 0, 0, 1, 0}, new float[1], 2, 1).weight();
    byte[] apart = ChannelWeights.of(new float[] {1, 0, 0, 0, 1, 0}, new float[1], 2, 1).weight();

    assertThat(together).containsExactly(0, 64, 0, 0, 64, 0);
    assertThat(apart).containsExactly(127, 0, 0, 0, 127, 0);
  }

  @Test
  void the_bias_of_a_channel_without_weights_does_not_overflow() {
    ChannelWeights dead = ChannelWeights.of(new float[] {0, 1e-30f}, new float[] {3}, 1, 0.02f);

    assertThat(dead.weight()).containsOnly(0);
    assertThat(dead.bias()[0] * (double) dead.biasScales()[0]).isCloseTo(3, within(1e-5));
  }
}
