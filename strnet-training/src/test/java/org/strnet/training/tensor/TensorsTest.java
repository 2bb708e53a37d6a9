package org.strnet.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TensorsTest {

  private final TensorScope scope = TensorScope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void values_come_back_row_by_row_whatever_the_layout() {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Tensor tensor = Tensors.of(values, 1, 3, 2, 2);
    Tensor other = Tensors.channelsLast(tensor);
    assertThat(other.is_contiguous()).isFalse();
    assertThat(Tensors.toArray(other)).containsExactly(values);
    assertThat(Tensors.shape(other)).containsExactly(1, 3, 2, 2);
  }

  @Test
  void assigning_keeps_the_layout_and_the_place() {
    Tensor tensor = Tensors.channelsLast(torch.zeros(1, 3, 2, 2));
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Tensors.assign(tensor, values);
    assertThat(tensor.is_contiguous(torch.MemoryFormat.ChannelsLast)).isTrue();
    assertThat(Tensors.toArray(tensor)).containsExactly(values);
  }

  @Test
  void a_shape_of_another_size_is_refused() {
    assertThatThrownBy(() -> Tensors.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6")
        .hasMessageContaining("5");
  }

  @Test
  void an_empty_tensor_is_one() {
    assertThat(Tensors.shape(Tensors.of(new float[0], 4, 0))).containsExactly(4, 0);
  }

  @Test
  void scalars_have_no_dimensions() {
    Tensor scalar = Tensors.scalar(0.25);
    assertThat(scalar.dim()).isZero();
    assertThat(Tensors.item(scalar)).isEqualTo(0.25);
    assertThatThrownBy(() -> Tensors.item(torch.zeros(2))).hasMessageContaining("2");
  }

  @Test
  void nothing_is_recorded_while_gradients_are_off_and_all_is_as_before_after() {
    Tensor x = torch.ones(1).set_requires_grad(true);
    try (GradientMode off = GradientMode.off()) {
      assertThat(x.mul(x).requires_grad()).isFalse();
    }
    assertThat(x.mul(x).requires_grad()).isTrue();
  }

  @Test
  void a_seed_repeats_what_is_drawn() {
    Torch.seed(5);
    float[] first = Tensors.toArray(torch.randn(4));
    Torch.seed(5);
    assertThat(Tensors.toArray(torch.randn(4))).containsExactly(first);
  }

  @Test
  void autocast_ends_where_it_closes() {
    Tensor x = torch.ones(2, 2);
    try (Precision.Autocast cast = Precision.BFLOAT16.autocast()) {
      assertThat(torch.matmul(x, x).scalar_type().intern()).isEqualTo(torch.ScalarType.BFloat16);
    }
    assertThat(torch.matmul(x, x).scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
    try (Precision.Autocast cast = Precision.FLOAT32.autocast()) {
      assertThat(torch.matmul(x, x).scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
    }
  }
}
