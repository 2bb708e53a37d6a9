package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.network.ClinicalHeads;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.StrNetSettings.Clinical;
import org.strnet.training.parallel.BatchShare;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

class StrNetTest {

  @ParameterizedTest
  @CsvSource({
    "MOBILENET_V2, 0.35, EXPERTS, 1280",
    "MOBILENET_V2, 0.35, GATE, 1280",
    "MOBILENET_V2, 0.35, NONE, 1280",
    "RESNET18, 1, EXPERTS, 512",
    "RESNET18, 1, GATE, 512",
    "RESNET18, 1, NONE, 512"
  })
  void outputs_have_the_shapes_of_the_design(
      BackboneKind kind, double width, Routing routing, long channels) {
    var settings =
        TinyNetwork.settings()
            .withBackbone(kind, width)
            .withRouting(routing, 3)
            .withClinical(new Clinical(4, ClinicalHeads.T_SCORE, 0, ClinicalPath.EMBEDDING));
    StrNet network = StrNet.create(settings, 1);
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      HeadTensors heads = network.forward(TinyNetwork.films(2, 1), torch.zeros(2, 4));

      assertThat(Tensors.shape(heads.boneLossLogit())).containsExactly(2);
      assertThat(Tensors.shape(heads.severityLogit())).containsExactly(2);
      assertThat(Tensors.shape(heads.tScore())).containsExactly(2);
      assertThat(Tensors.shape(heads.featureMap())).containsExactly(2, channels, 2, 2);
      assertThat(Tensors.shape(heads.pooled())).containsExactly(2, channels);
      assertThat(heads.gates().keySet())
          .hasSameElementsAs(routing == Routing.EXPERTS ? List.of(Task.values()) : List.of());
      for (Tensor gate : heads.gates().values()) {
        assertThat(Tensors.shape(gate)).containsExactly(2, 3);
        assertThat(Tensors.toArray(gate.sum(1))).containsExactly(new float[] {1, 1}, within(1e-6f));
      }
    }
  }

  @Test
  void pooled_features_are_the_means_of_the_map() {
    StrNet network = StrNet.create(TinyNetwork.settings(), 1);
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads = network.forward(TinyNetwork.films(1, 1), TinyNetwork.noClinical(1));
      float[] map = Tensors.toArray(heads.featureMap());
      float[] pooled = Tensors.toArray(heads.pooled());
      for (int c = 0; c < pooled.length; c++) {
        float mean = (map[4 * c] + map[4 * c + 1] + map[4 * c + 2] + map[4 * c + 3]) / 4;
        assertThat(pooled[c]).isCloseTo(mean, within(1e-5f));
      }
    }
  }

  @Test
  void one_seed_draws_the_same_weights_and_another_draws_others() {
    String name = "backbone.features.5.conv.1.0.weight";
    float[] first = weights(7, name);
    assertThat(weights(7, name)).containsExactly(first);
    assertThat(weights(8, name)).isNotEqualTo(first);
  }

  private static float[] weights(long seed, String name) {
    StrNet network = StrNet.create(TinyNetwork.settings(), seed);
    return Tensors.toArray(TinyNetwork.named(network, name));
  }

  @Test
  void clinical_variables_reach_the_t_score_head_only_unless_all_heads_see_them() {
    assertThat(headsThatSee(ClinicalHeads.T_SCORE)).containsExactly(false, false, true);
    assertThat(headsThatSee(ClinicalHeads.ALL)).containsExactly(true, true, true);
  }

  private static boolean[] headsThatSee(ClinicalHeads heads) {
    StrNet network =
        StrNet.create(
            TinyNetwork.settings().withClinical(new Clinical(2, heads, 0, ClinicalPath.EMBEDDING)),
            1);
    try (TensorScope scope = TensorScope.open()) {
      Tensor film = TinyNetwork.films(1, 1);
      HeadTensors without = network.forward(film, torch.zeros(1, 2));
      HeadTensors with = network.forward(film, torch.ones(1, 2));
      return new boolean[] {
        Tensors.item(without.boneLossLogit()) != Tensors.item(with.boneLossLogit()),
        Tensors.item(without.severityLogit()) != Tensors.item(with.severityLogit()),
        Tensors.item(without.tScore()) != Tensors.item(with.tScore())
      };
    }
  }

  @Test
  void clinical_variables_are_hidden_with_their_flags() {
    var dropout = new ClinicalDropout(4, 0.5);
    try (TensorScope scope = TensorScope.open()) {
      Tensor known = torch.ones(400, 4);
      float[] kept = Tensors.toArray(dropout.forward(known, BatchShare.whole(400)));
      int first = 0;
      int none = 0;
      for (int i = 0; i < kept.length; i += 4) {
        assertThat(kept[i]).as("value and flag").isEqualTo(kept[i + 2]);
        assertThat(kept[i + 1]).as("value and flag").isEqualTo(kept[i + 3]);
        first += (int) kept[i];
        none += kept[i] + kept[i + 1] == 0 ? 1 : 0;
      }
      // Kept: 0.5 * 0.5 of 400; both dropped: 0.5 + 0.5 * 0.25 of 400. Margins are 5 sd.
      assertThat(first).isBetween(100 - 44, 100 + 44);
      assertThat(none).isBetween(250 - 49, 250 + 49);
    }
  }

  @Test
  void a_clinical_input_of_another_length_is_refused() {
    StrNet network = StrNet.create(TinyNetwork.settings(), 1);
    assertThatThrownBy(() -> network.forward(TinyNetwork.films(1, 1), torch.zeros(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[N,0]")
        .hasMessageContaining("[1, 2]");
  }

  @Test
  void bfloat16_changes_the_backbone_little_and_leaves_heads_in_float32() {
    StrNet network = StrNet.create(TinyNetwork.settings(), 1);
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor film = TinyNetwork.films(4, 1);
      HeadTensors full = network.forward(film, TinyNetwork.noClinical(4));
      network.precision(Precision.BFLOAT16);
      HeadTensors half = network.forward(film, TinyNetwork.noClinical(4));

      assertThat(half.boneLossLogit().scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
      assertThat(half.pooled().scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
      float[] a = Tensors.toArray(full.pooled());
      float[] b = Tensors.toArray(half.pooled());
      assertThat(b).isNotEqualTo(a);
      assertThat(cosine(a, b)).isGreaterThan(0.99);
    }
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void a_t_score_comes_back_in_the_targets_unit() {
    StrNet network = StrNet.create(TinyNetwork.settings().withTScore(-1.5, 2), 1);
    try (TensorScope scope = TensorScope.open()) {
      Tensor units = network.tScoreInUnits(Tensors.of(new float[] {-1, 0, 0.5f}, 3));
      assertThat(Tensors.toArray(units)).containsExactly(-3.5f, -1.5f, -0.5f);
    }
  }

  @Test
  void the_screening_head_can_start_from_the_prevalence() {
    StrNet network = StrNet.create(TinyNetwork.settings(), 1);
    network.startFromPrevalence(0.75);
    assertThat(Tensors.item(network.screeningHead().bias())).isCloseTo(Math.log(3), within(1e-6));
    assertThatThrownBy(() -> network.startFromPrevalence(1)).hasMessageContaining("1.0");
  }

  @Test
  void groups_hold_every_learnt_tensor_once_and_decay_only_weights() {
    StrNet network = StrNet.create(TinyNetwork.settings().withFrozenStages(3), 1);
    List<NamedTensor> grouped =
        network.parameterGroups().stream().flatMap(g -> g.parameters().stream()).toList();
    List<String> learnt =
        network.tensors().stream()
            .filter(NamedTensor::isLearnt)
            .map(NamedTensor::name)
            .filter(name -> !name.matches("backbone\\.features\\.[0-2]\\..*"))
            .toList();

    assertThat(grouped.stream().map(NamedTensor::name)).containsExactlyInAnyOrderElementsOf(learnt);
    assertThat(network.parameterGroups()).hasSize(4);
    for (ParameterGroup group : network.parameterGroups()) {
      for (NamedTensor named : group.parameters()) {
        assertThat(named.name().startsWith("backbone."))
            .isEqualTo(group.part() == ParameterGroup.Part.BACKBONE);
        assertThat(named.tensor().dim() > 1).as(named.name()).isEqualTo(group.decayed());
      }
    }
  }

  @Test
  void a_network_with_an_offset_begins_as_the_regressions_and_the_optimiser_leaves_them() {
    StrNet network =
        StrNet.create(
            TinyNetwork.settings()
                .withClinical(new Clinical(2, ClinicalHeads.ALL, 0, ClinicalPath.OFFSET)),
            1);
    network.startFromClinical(
        Map.of(
            Task.SCREENING, new double[] {0.5, 2, -1},
            Task.SEVERITY, new double[] {-1, 0, 3},
            Task.T_SCORE, new double[] {0.25, -0.5, 0}));
    try (TensorScope scope = TensorScope.open()) {
      Tensor clinical = Tensors.of(new float[] {1.5f, 1, 0, 0}, 2, 2);
      HeadTensors heads = network.forward(TinyNetwork.films(2, 1), clinical);

      assertThat(Tensors.toArray(heads.boneLossLogit())).containsExactly(2.5f, 0.5f);
      assertThat(Tensors.toArray(heads.severityLogit())).containsExactly(2f, -1f);
      assertThat(Tensors.toArray(heads.tScore())).containsExactly(-0.5f, 0.25f);
    }
    assertThat(network.parameterGroups())
        .allSatisfy(
            group ->
                assertThat(group.parameters())
                    .noneMatch(named -> named.name().startsWith("clinical.offset")));
  }

  @Test
  void a_network_with_stage_moments_begins_as_the_regressions_on_means_and_deviations() {
    StrNetSettings settings =
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
            .withStageMoments(true);
    StrNet network = StrNet.create(settings, 3);
    try (TensorScope scope = TensorScope.open()) {
      Tensor film = torch.randn(2, 1, 64, 64);
      float[] moments = Tensors.toArray(network.moments(film));
      int width = moments.length / 2;
      float[] pooled = Tensors.toArray(network.forward(film, torch.zeros(2, 0)).pooled());
      int channels = pooled.length / 2;
      for (int i = 0; i < channels; i++) {
        assertThat(moments[width - 2 * channels + i]).isCloseTo(pooled[i], within(1e-5f));
      }

      double[] first = new double[width + 1];
      first[0] = 0.5;
      first[1] = 2;
      double[] last = new double[width + 1];
      last[width] = -1;
      network.startFromMoments(Map.of(Task.SCREENING, first, Task.T_SCORE, last));
      HeadTensors heads = network.forward(film, torch.zeros(2, 0));

      for (int i = 0; i < 2; i++) {
        assertThat(Tensors.toArray(heads.boneLossLogit())[i])
            .isCloseTo(0.5f + 2 * moments[i * width], within(1e-4f));
        assertThat(Tensors.toArray(heads.tScore())[i])
            .isCloseTo(-moments[i * width + width - 1], within(1e-4f));
      }
    }
  }

  @Test
  void an_offset_for_the_t_score_alone_leaves_the_other_heads_to_the_film() {
    StrNet network =
        StrNet.create(
            TinyNetwork.settings()
                .withClinical(new Clinical(2, ClinicalHeads.T_SCORE, 0, ClinicalPath.OFFSET)),
            1);
    network.clinicalOffset().orElseThrow().set(Task.SCREENING, new double[] {7, 7, 7});
    network.clinicalOffset().orElseThrow().set(Task.T_SCORE, new double[] {7, 7, 7});
    try (TensorScope scope = TensorScope.open()) {
      Tensor film = TinyNetwork.films(1, 1);
      HeadTensors without = network.forward(film, torch.zeros(1, 2));
      HeadTensors with = network.forward(film, torch.ones(1, 2));

      assertThat(Tensors.item(with.boneLossLogit()))
          .isEqualTo(Tensors.item(without.boneLossLogit()));
      assertThat(Tensors.item(with.tScore()) - Tensors.item(without.tScore()))
          .isCloseTo(14, within(1e-5));
    }
  }
}
