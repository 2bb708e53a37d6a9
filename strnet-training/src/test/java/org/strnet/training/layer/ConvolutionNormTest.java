package org.strnet.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** One channel, 1 x 1: y = act(gamma (w x - mean) / sqrt(var + eps) + beta), worked by hand. */
class ConvolutionNormTest {

  private static ConvolutionNorm layer(Activation activation) {
    var layer = new ConvolutionNorm("c", "n", ConvolutionShape.dense(1, 1, 1, 1), activation);
    float[] values = {2, 3, 1, 4, 9};
    for (int i = 0; i < values.length; i++) {
      Tensors.assign(layer.tensors().get(i).tensor(), new float[] {values[i]});
    }
    return layer;
  }

  private static Tensor input() {
    return Tensors.of(new float[] {-5, 2, 5, 14}, 1, 1, 2, 2);
  }

  @Test
  void evaluation_uses_the_running_statistics() {
    // (2 x - 4) / 3 * 3 + 1 = 2 x - 3.
    ConvolutionNorm layer = layer(Activation.NONE);
    try (TensorScope scope = TensorScope.open()) {
      assertThat(Tensors.toArray(layer.forward(input())))
          .containsExactly(new float[] {-13, 1, 7, 25}, within(1e-4f));
      assertThat(Tensors.toArray(layer(Activation.RELU).forward(input())))
          .containsExactly(new float[] {0, 1, 7, 25}, within(1e-4f));
      assertThat(Tensors.toArray(layer(Activation.RELU6).forward(input())))
          .containsExactly(new float[] {0, 1, 6, 6}, within(1e-4f));
    }
  }

  @Test
  void training_uses_the_batch_and_moves_the_running_statistics_by_a_tenth() {
    // 2 x: -10, 4, 10, 28; mean 8, variance 186 (unbiased 248).
    ConvolutionNorm layer = layer(Activation.NONE);
    layer.train(true);
    double sd = Math.sqrt(186 + 1e-5);
    try (TensorScope scope = TensorScope.open()) {
      float[] expected = new float[4];
      double[] convolved = {-10, 4, 10, 28};
      for (int i = 0; i < 4; i++) {
        expected[i] = (float) (3 * (convolved[i] - 8) / sd + 1);
      }
      assertThat(Tensors.toArray(layer.forward(input()))).containsExactly(expected, within(1e-5f));
    }
    assertThat(Tensors.item(layer.tensors().get(3).tensor()))
        .isCloseTo(0.9 * 4 + 0.1 * 8, within(1e-5));
    assertThat(Tensors.item(layer.tensors().get(4).tensor()))
        .isCloseTo(0.9 * 9 + 0.1 * 248, within(1e-4));
  }

  @Test
  void a_folded_layer_is_convolution_and_batch_norm() {
    var layer = new ConvolutionNorm("c", "n", ConvolutionShape.depthwise(4, 3, 2), Activation.NONE);
    try (TensorScope scope = TensorScope.open()) {
      Tensors.assign(layer.tensors().get(1).tensor(), new float[] {1, -2, 0.5f, 3});
      Tensors.assign(layer.tensors().get(2).tensor(), new float[] {0.1f, 0, -1, 2});
      Tensors.assign(layer.tensors().get(3).tensor(), new float[] {0, 1, -1, 0.3f});
      Tensors.assign(layer.tensors().get(4).tensor(), new float[] {1, 0.01f, 4, 2});
      Tensor x = torch.randn(2, 4, 7, 7);
      Tensor plain =
          torch.batch_norm(
              torch.conv2d(
                  x,
                  layer.weight(),
                  Tensors.none(),
                  new long[] {2, 2},
                  new long[] {1, 1},
                  new long[] {1, 1},
                  4),
              Tensors.optional(layer.tensors().get(1).tensor()),
              Tensors.optional(layer.tensors().get(2).tensor()),
              Tensors.optional(layer.tensors().get(3).tensor()),
              Tensors.optional(layer.tensors().get(4).tensor()),
              false,
              0,
              ConvolutionNorm.EPSILON,
              false);
      assertThat(Tensors.toArray(layer.forward(x)))
          .containsExactly(Tensors.toArray(plain), within(1e-4f));
    }
  }

  @Test
  void groups_must_divide_channels() {
    assertThatThrownBy(() -> new ConvolutionShape(4, 6, 3, 1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 to 6");
  }
}
