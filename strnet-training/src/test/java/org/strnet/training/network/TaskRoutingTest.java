package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.strnet.training.layer.Linear;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** z = (1, -1, 0): formulas of the design, worked by hand. */
class TaskRoutingTest {

  private static final int WIDTH = 3;

  private static Tensor z() {
    return Tensors.of(new float[] {1, -1, 0}, 1, WIDTH);
  }

  private static void set(Linear linear, double diagonal, float... bias) {
    int outputs = (int) linear.weight().size(0);
    float[] weight = new float[outputs * WIDTH];
    for (int i = 0; i < Math.min(outputs, WIDTH); i++) {
      weight[i * WIDTH + i] = (float) diagonal;
    }
    Tensors.assign(linear.weight(), weight);
    Tensors.assign(linear.bias(), bias);
  }

  private static float[] normed(double... x) {
    double mean = (x[0] + x[1] + x[2]) / 3;
    double variance = 0;
    for (double value : x) {
      variance += (value - mean) * (value - mean) / 3;
    }
    float[] normed = new float[3];
    for (int i = 0; i < 3; i++) {
      normed[i] = (float) ((x[i] - mean) / Math.sqrt(variance + 1e-5));
    }
    return normed;
  }

  @Test
  void experts_are_mixed_by_the_tasks_gate_and_added_to_the_neck() {
    var routing = new TaskRouting(Routing.EXPERTS, WIDTH, 2);
    set(routing.experts().get(0), 1, 0, 0, 0);
    set(routing.experts().get(1), 0, 2, 2, 2);
    // Logits log 3 and 0: shares 3/4 and 1/4.
    set(routing.gate(Task.SEVERITY), 0, (float) Math.log(3), 0);
    try (TensorScope scope = TensorScope.open()) {
      var routed = routing.forward(z());
      // GELU(x) = x Phi(x): GELU(1) = 0.8413447, GELU(-1) = -0.1586553, GELU(2) = 1.9544997.
      float[] expected =
          normed(
              1 + 0.75 * 0.8413447 + 0.25 * 1.9544997,
              -1 - 0.75 * 0.1586553 + 0.25 * 1.9544997,
              0.25 * 1.9544997);
      assertThat(Tensors.toArray(routed.representation(Task.SEVERITY)))
          .containsExactly(expected, within(1e-5f));
      assertThat(Tensors.toArray(routed.gates().get(Task.SEVERITY)))
          .containsExactly(new float[] {0.75f, 0.25f}, within(1e-6f));
    }
  }

  @Test
  void a_sigmoid_gate_scales_the_neck() {
    var routing = new TaskRouting(Routing.GATE, WIDTH, 4);
    set(routing.gate(Task.T_SCORE), 0, (float) Math.log(3), 0, 0);
    try (TensorScope scope = TensorScope.open()) {
      var routed = routing.forward(z());
      assertThat(Tensors.toArray(routed.representation(Task.T_SCORE)))
          .containsExactly(normed(0.75, -0.5, 0), within(1e-5f));
      assertThat(routed.gates()).isEmpty();
    }
  }

  @Test
  void without_routing_all_tasks_see_the_neck() {
    var routing = new TaskRouting(Routing.NONE, WIDTH, 4);
    assertThat(routing.tensors()).isEmpty();
    try (TensorScope scope = TensorScope.open()) {
      for (Task task : Task.values()) {
        assertThat(Tensors.toArray(routing.forward(z()).representation(task)))
            .containsExactly(1, -1, 0);
      }
    }
    assertThatThrownBy(() -> routing.gate(Task.SCREENING)).hasMessageContaining("NONE");
  }
}
