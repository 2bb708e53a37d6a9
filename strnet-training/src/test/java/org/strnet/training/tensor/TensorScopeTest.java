package org.strnet.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class TensorScopeTest {

  @Test
  void what_was_made_in_a_scope_is_freed_with_it() {
    Tensor inside;
    try (TensorScope scope = TensorScope.open()) {
      inside = torch.zeros(3);
      assertThat(inside.isNull()).isFalse();
    }
    assertThat(inside.isNull()).isTrue();
  }

  @Test
  void a_kept_tensor_belongs_to_the_scope_around() {
    Tensor kept;
    Tensor lost;
    try (TensorScope outer = TensorScope.open()) {
      try (TensorScope inner = TensorScope.open()) {
        kept = inner.keep(Tensors.of(new float[] {1, 2}, 2));
        lost = torch.zeros(2);
      }
      assertThat(lost.isNull()).isTrue();
      assertThat(Tensors.toArray(kept)).containsExactly(1, 2);
    }
    assertThat(kept.isNull()).isTrue();
  }

  @Test
  void a_tensor_kept_by_the_outermost_scope_lives_on() {
    Tensor kept;
    try (TensorScope scope = TensorScope.open()) {
      kept = scope.keep(Tensors.of(new float[] {1, 2}, 2));
    }
    assertThat(Tensors.toArray(kept)).containsExactly(1, 2);
    kept.close();
  }

  @Test
  void a_permanent_tensor_outlives_all_scopes() {
    Tensor permanent;
    try (TensorScope outer = TensorScope.open()) {
      try (TensorScope inner = TensorScope.open()) {
        permanent = TensorScope.permanent(Tensors.of(new float[] {1, 2}, 2));
      }
    }
    assertThat(Tensors.toArray(permanent)).containsExactly(1, 2);
  }

  @Test
  void only_the_innermost_scope_keeps() {
    try (TensorScope outer = TensorScope.open()) {
      Tensor tensor = torch.zeros(1);
      try (TensorScope inner = TensorScope.open()) {
        assertThatThrownBy(() -> outer.keep(tensor)).isInstanceOf(IllegalStateException.class);
      }
    }
  }
}
