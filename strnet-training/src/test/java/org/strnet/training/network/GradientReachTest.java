package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** What a loss moves and what it leaves alone. */
class GradientReachTest {

  /** Gradients by name after one batch of which only T-scores are known. */
  private static Map<String, float[]> tScoreGradients(double alpha) {
    StrNet network = StrNet.create(TinyNetwork.settings().withTScoreCoupling(alpha), 3);
    network.train(true);
    Map<String, float[]> gradients = new HashMap<>();
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 5), TinyNetwork.noClinical(2));
      TinyNetwork.losses().of(heads, TinyNetwork.tScoresOnly(-2, 1)).total().backward();
      for (NamedTensor named : network.tensors()) {
        if (named.tensor().grad().defined()) {
          gradients.put(named.name(), Tensors.toArray(named.tensor().grad()));
        }
      }
    }
    return gradients;
  }

  private static boolean isTScoreHead(String name) {
    return name.startsWith("heads.t_score.");
  }

  private static boolean isTrunk(String name) {
    return name.startsWith("backbone.") || name.startsWith("neck.");
  }

  @Test
  void a_t_score_only_batch_moves_the_trunk_alpha_times_as_much() {
    Map<String, float[]> full = tScoreGradients(1);
    // A quarter is exact in binary: every product on the way back scales without rounding.
    Map<String, float[]> quarter = tScoreGradients(0.25);
    int moved = 0;
    for (Map.Entry<String, float[]> entry : full.entrySet()) {
      String name = entry.getKey();
      float[] whole = entry.getValue();
      if (isTrunk(name)) {
        moved += largest(whole) > 0 ? 1 : 0;
        for (int i = 0; i < whole.length; i++) {
          assertThat(quarter.get(name)[i]).as(name).isEqualTo(0.25f * whole[i]);
        }
      } else if (isTScoreHead(name)) {
        assertThat(quarter.get(name)).as(name).containsExactly(whole);
      }
    }
    assertThat(moved).as("trunk tensors that moved").isGreaterThan(100);
  }

  @Test
  void the_default_coupling_scales_the_trunks_gradient_to_rounding() {
    Map<String, float[]> full = tScoreGradients(1);
    Map<String, float[]> tenth = tScoreGradients(0.1);
    double error = 0;
    double size = 0;
    for (Map.Entry<String, float[]> entry : full.entrySet()) {
      if (isTrunk(entry.getKey())) {
        float[] scaled = tenth.get(entry.getKey());
        for (int i = 0; i < scaled.length; i++) {
          double expected = 0.1 * entry.getValue()[i];
          error += Math.pow(scaled[i] - expected, 2);
          size += Math.pow(expected, 2);
        }
      }
    }
    assertThat(Math.sqrt(error / size)).isLessThan(1e-5);
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void without_coupling_nothing_of_the_t_score_reaches_the_trunk() {
    Map<String, float[]> gradients = tScoreGradients(0);
    assertThat(gradients.get("heads.t_score.0.weight")).isNotNull();
    gradients.forEach(
        (name, gradient) -> {
          if (!isTScoreHead(name)) {
            assertThat(largest(gradient)).as(name).isZero();
          }
        });
  }

  @Test
  void scaling_a_gradient_does_not_change_the_value() {
    try (TensorScope scope = TensorScope.open()) {
      float[] values = {0.1f, -3e-39f, 1e30f, -7.7f};
      Tensor x = Tensors.of(values, 4).set_requires_grad(true);
      Tensor y = StrNet.scaleGradient(x, 0.1);
      assertThat(Tensors.toArray(y)).containsExactly(values);
      y.sum().backward();
      assertThat(Tensors.toArray(x.grad())).containsExactly(0.1f, 0.1f, 0.1f, 0.1f);
    }
  }

  @Test
  void the_severity_loss_moves_nothing_on_normal_films() {
    float[] normal = {0, 0};
    float[] osteoporosis = {1, 0};
    float[] unknown = {Float.NaN, Float.NaN};
    StrNet network = StrNet.create(TinyNetwork.settings(), 3);
    network.train(true);
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 5), TinyNetwork.noClinical(2));
      var losses =
          TinyNetwork.losses()
              .of(heads, Targets.of(normal, osteoporosis, unknown, TinyNetwork.ones(2)));
      assertThat(Tensors.item(losses.severity())).isZero();
      assertThat(Tensors.item(losses.screening())).isPositive();
      losses.total().backward();
    }
    assertThat(largest(TinyNetwork.gradient(network, "heads.severity.weight"))).isZero();
    assertThat(largest(TinyNetwork.gradient(network, "routing.gates.severity.weight"))).isZero();
    assertThat(largest(TinyNetwork.gradient(network, "heads.screening.weight"))).isPositive();
    assertThat(largest(TinyNetwork.gradient(network, "backbone.features.0.0.weight"))).isPositive();
  }

  @Test
  void a_batch_without_labels_moves_nothing_and_does_not_fail() {
    float[] unknown = {Float.NaN, Float.NaN};
    StrNet network = StrNet.create(TinyNetwork.settings(), 3);
    network.train(true);
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 5), TinyNetwork.noClinical(2));
      var losses =
          TinyNetwork.losses()
              .of(heads, Targets.of(unknown, unknown, unknown, TinyNetwork.ones(2)));
      assertThat(Tensors.item(losses.total())).isZero();
      losses.total().backward();
    }
    assertThat(largest(TinyNetwork.gradient(network, "backbone.features.0.0.weight"))).isZero();
    assertThat(largest(TinyNetwork.gradient(network, "heads.t_score.1.bias"))).isZero();
  }

  @Test
  void frozen_stages_keep_weights_and_statistics_while_the_rest_learns() {
    StrNet network = StrNet.create(TinyNetwork.settings().withFrozenStages(4), 3);
    network.train(true);
    Map<String, float[]> before = values(network);
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 5), TinyNetwork.noClinical(2));
      TinyNetwork.losses().of(heads, TinyNetwork.tScoresOnly(-2, 1)).total().backward();
    }
    for (NamedTensor named : network.tensors()) {
      boolean frozen = named.name().matches("backbone\\.features\\.[0-3]\\..*");
      if (frozen) {
        assertThat(named.tensor().grad().defined()).as(named.name()).isFalse();
        assertThat(Tensors.toArray(named.tensor()))
            .as(named.name())
            .containsExactly(before.get(named.name()));
      } else if (named.role() == NamedTensor.Role.STATISTIC) {
        assertThat(Tensors.toArray(named.tensor()))
            .as(named.name())
            .isNotEqualTo(before.get(named.name()));
      }
    }
    assertThat(largest(TinyNetwork.gradient(network, "backbone.features.4.conv.0.0.weight")))
        .isPositive();
  }

  private static Map<String, float[]> values(StrNet network) {
    Map<String, float[]> values = new HashMap<>();
    network.tensors().forEach(named -> values.put(named.name(), Tensors.toArray(named.tensor())));
    return values;
  }

  @Test
  void stages_can_be_freed_again() {
    StrNet network = StrNet.create(TinyNetwork.settings().withFrozenStages(4), 3);
    network.backbone().freeze(0);
    network.train(true);
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 5), TinyNetwork.noClinical(2));
      torch.sum(heads.boneLossLogit()).backward();
    }
    assertThat(largest(TinyNetwork.gradient(network, "backbone.features.0.0.weight"))).isPositive();
  }
}
