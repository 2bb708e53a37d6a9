package org.strnet.training.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.provenance.BadInputException;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.Backbone;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

class BackboneWeightsTest {

  @TempDir Path folder;

  private static Backbone backbone() {
    return Backbone.create(BackboneKind.MOBILENET_V2, 0.35);
  }

  private static Map<String, StoredTensor> tensors(Backbone backbone) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (NamedTensor named : backbone.tensors()) {
      tensors.put(
          named.name(),
          new StoredTensor(Tensors.shape(named.tensor()), Tensors.toArray(named.tensor())));
    }
    return tensors;
  }

  private Path write(Map<String, StoredTensor> tensors) throws IOException {
    Path path = folder.resolve("backbone.safetensors");
    Safetensors.write(path, new TensorFile(Map.of(), tensors));
    return path;
  }

  private static void assertSame(Backbone found, Backbone expected) {
    Map<String, StoredTensor> values = tensors(found);
    tensors(expected)
        .forEach(
            (name, tensor) ->
                assertThat(values.get(name).values()).as(name).containsExactly(tensor.values()));
  }

  @Test
  void torchvision_names_are_loaded_and_the_classifier_is_passed_over() throws IOException {
    Backbone expected = backbone();
    Map<String, StoredTensor> stored = tensors(expected);
    stored.put("classifier.1.weight", new StoredTensor(new long[] {1, 2}, new float[2]));
    Backbone found = backbone();
    BackboneWeights.load(found, write(stored));
    assertSame(found, expected);
  }

  @Test
  void timm_names_are_loaded() throws IOException {
    Backbone expected = backbone();
    Map<String, StoredTensor> torchvision = tensors(expected);
    Map<String, StoredTensor> timm = new LinkedHashMap<>();
    TimmNames.names(expected).forEach((name, there) -> timm.put(name, torchvision.get(there)));
    assertThat(timm)
        .hasSize(260)
        .containsKeys(
            "conv_stem.weight",
            "bn1.running_var",
            "blocks.0.0.conv_dw.weight",
            "blocks.0.0.bn2.bias",
            "blocks.6.0.conv_pwl.weight",
            "blocks.3.3.bn3.running_mean",
            "conv_head.weight",
            "bn2.weight");
    assertThat(timm.get("blocks.1.0.conv_pw.weight").shape()).containsExactly(48, 8, 1, 1);
    Backbone found = backbone();
    BackboneWeights.load(found, write(timm));
    assertSame(found, expected);
  }

  @Test
  void colours_of_the_first_convolution_are_summed() throws IOException {
    Map<String, StoredTensor> stored = tensors(backbone());
    float[] rgb = new float[16 * 3 * 9];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i;
    }
    stored.put("features.0.0.weight", new StoredTensor(new long[] {16, 3, 3, 3}, rgb));
    Backbone found = backbone();
    BackboneWeights.load(found, write(stored));
    float[] gray = tensors(found).get("features.0.0.weight").values();
    assertThat(gray[0]).isEqualTo(0 + 9 + 18);
    assertThat(gray[8]).isEqualTo(8 + 17 + 26);
    assertThat(gray[9]).isEqualTo(27 + 36 + 45);
  }

  @Test
  void a_missing_an_extra_and_a_misshapen_tensor_are_named_and_nothing_is_loaded()
      throws IOException {
    String name = "features.7.conv.1.0.weight";
    Map<String, StoredTensor> missing = tensors(backbone());
    missing.remove(name);
    Map<String, StoredTensor> extra = tensors(backbone());
    extra.put("features.19.weight", new StoredTensor(new long[] {1}, new float[1]));
    Map<String, StoredTensor> misshapen = tensors(backbone());
    misshapen.put(name, new StoredTensor(new long[] {2}, new float[2]));

    assertRefused(missing, name + " is missing");
    assertRefused(extra, "features.19.weight");
    assertRefused(misshapen, name + " must have shape [96, 1, 3, 3], found [2]");
  }

  private void assertRefused(Map<String, StoredTensor> stored, String says) throws IOException {
    Path path = write(stored);
    Backbone backbone = backbone();
    Map<String, StoredTensor> before = tensors(backbone);
    assertThatThrownBy(() -> BackboneWeights.load(backbone, path))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("backbone.safetensors: ")
        .hasMessageContaining(says);
    assertThat(tensors(backbone).get("features.0.0.weight").values())
        .containsExactly(before.get("features.0.0.weight").values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "0.35"})
  void pretrained_weights_load_and_give_features_that_differ_between_pictures(String width)
      throws IOException {
    Path path =
        repository()
            .resolve("../shared/data/backbones/mobilenet_v2_%s_gray.safetensors".formatted(width));
    assumeTrue(Files.exists(path), "needs ../shared/data/backbones beside the repository");
    Backbone backbone = Backbone.create(BackboneKind.MOBILENET_V2, Double.parseDouble(width));
    BackboneWeights.load(backbone, path);
    assertThat(tensors(backbone).get("features.0.0.weight").values())
        .containsExactly(Safetensors.read(path).tensors().get("features.0.0.weight").values());
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor pictures =
          torch.cat(new TensorVector(torch.ones(1, 1, 96, 96), torch.zeros(1, 1, 96, 96)), 0);
      float[] features = Tensors.toArray(backbone.forward(pictures).mean(2, 3));
      assertThat(features).hasSize(2 * 1280).doesNotContain(Float.NaN);
      float[] first = Arrays.copyOf(features, 1280);
      assertThat(first).isNotEqualTo(Arrays.copyOfRange(features, 1280, 2560));
    }
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("strnet-training")) ? here : here.resolve("..");
  }
}
