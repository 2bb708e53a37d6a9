package org.strnet.training.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.network.ClinicalHeads;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.Routing;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

class StrNetWeightsTest {

  private static final StrNetSettings SETTINGS =
      StrNetSettings.defaults()
          .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
          .withFrozenStages(2)
          .withNeck(32, 0.3)
          .withRouting(Routing.EXPERTS, 2)
          .withTScoreCoupling(0.05)
          .withClinical(
              new StrNetSettings.Clinical(6, ClinicalHeads.ALL, 0.3, ClinicalPath.EMBEDDING))
          .withTScore(-1.25, 1.5);

  @TempDir Path folder;

  @BeforeAll
  static void one_thread() {
    Torch.threads(1);
  }

  @Test
  void a_network_comes_back_bit_for_bit_with_its_settings() throws IOException {
    StrNet network = StrNet.create(SETTINGS, 1);
    network.train(true);
    try (TensorScope scope = TensorScope.open()) {
      // Moves the running statistics away from their first values.
      network.forward(torch.randn(2, 1, 64, 64), torch.ones(2, 6));
    }
    network.train(false);
    Path path = folder.resolve("weights.safetensors");
    StrNetWeights.save(network, path, Map.of("seed", "1"));
    StrNet opened = StrNetWeights.open(path);

    assertThat(opened.settings()).isEqualTo(SETTINGS);
    assertThat(StrNetWeights.settings(path)).isEqualTo(SETTINGS);
    assertThat(opened.backbone().frozenStages()).isEqualTo(2);
    assertThat(Safetensors.read(path).metadata()).containsEntry("seed", "1");
    Map<String, StoredTensor> found = StrNetWeights.tensors(opened);
    StrNetWeights.tensors(network)
        .forEach(
            (name, tensor) ->
                assertThat(found.get(name).values()).as(name).containsExactly(tensor.values()));
    assertThat(found.get("backbone.features.3.conv.0.1.running_mean").values())
        .isNotEqualTo(
            new float[(int) found.get("backbone.features.3.conv.0.1.running_mean").shape()[0]]);
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor film = torch.randn(1, 1, 64, 64);
      Tensor clinical = torch.zeros(1, 6);
      assertThat(Tensors.item(opened.forward(film, clinical).tScore()))
          .isEqualTo(Tensors.item(network.forward(film, clinical).tScore()));
    }
  }

  @Test
  void weights_of_another_shape_are_refused_by_the_tensors_name() throws IOException {
    Path path = folder.resolve("weights.safetensors");
    StrNetWeights.save(StrNet.create(SETTINGS, 1), path, Map.of());
    StrNet wider = StrNet.create(SETTINGS.withNeck(48, 0), 1);
    assertThatThrownBy(() -> StrNetWeights.load(wider, path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("neck.linear.weight")
        .hasMessageContaining("[48, 1280]")
        .hasMessageContaining("[32, 1280]");
  }

  @Test
  void a_file_without_settings_is_not_a_network() throws IOException {
    Path path = folder.resolve("other.safetensors");
    Safetensors.write(path, new TensorFile(Map.of(), Map.of()));
    assertThatThrownBy(() -> StrNetWeights.open(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("other.safetensors")
        .hasMessageContaining(StrNetWeights.SETTINGS_KEY);
  }

  @Test
  void settings_out_of_range_are_refused() throws IOException {
    Path path = folder.resolve("bad.safetensors");
    Safetensors.write(
        path, new TensorFile(Map.of(StrNetWeights.SETTINGS_KEY, "{\"experts\": 0}"), Map.of()));
    assertThatThrownBy(() -> StrNetWeights.open(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bad.safetensors");
  }
}
