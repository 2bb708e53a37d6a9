package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.layer.Stage;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

class BackboneTest {

  @ParameterizedTest
  @EnumSource(BackboneKind.class)
  void names_and_shapes_are_torchvisions(BackboneKind kind) throws IOException {
    List<String> found =
        Backbone.create(kind, 1).tensors().stream()
            .map(named -> named.name() + " " + shape(named))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected(kind));
  }

  private static String shape(NamedTensor named) {
    return LongStream.of(Tensors.shape(named.tensor()))
        .mapToObj(Long::toString)
        .collect(Collectors.joining("x"));
  }

  /** One line per tensor, laid out from torchvision's sources with one channel in. */
  private static List<String> expected(BackboneKind kind) throws IOException {
    String name = kind == BackboneKind.RESNET18 ? "resnet18.keys" : "mobilenet_v2.keys";
    try (InputStream in = Objects.requireNonNull(BackboneTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /**
   * Nothing but speed shows when a film of one channel or a weight of one by one is taken for the
   * other layout: every convolution then rearranges its map twice.
   */
  @ParameterizedTest
  @CsvSource({
    "MOBILENET_V2, false, FLOAT32",
    "MOBILENET_V2, true, FLOAT32",
    "MOBILENET_V2, true, BFLOAT16",
    "RESNET18, true, FLOAT32"
  })
  void every_stage_s_map_lies_channels_last(
      BackboneKind kind, boolean training, Precision precision) {
    Backbone backbone = Backbone.create(kind, 1);
    backbone.train(training);
    List<Long> strides = new ArrayList<>();
    try (TensorScope scope = TensorScope.open();
        Precision.Autocast cast = precision.autocast()) {
      backbone.forward(torch.randn(2, 1, 64, 64), map -> strides.add(map.stride(1)));
    }
    assertThat(strides).hasSize(kind.stages()).containsOnly(1L);
  }

  /**
   * torchvision's documentation counts 3,504,872 and 11,689,512 parameters; without the classifier
   * (1,281,000 and 513,000) and two of three colours in (2 * 32 * 9 and 2 * 64 * 49).
   */
  @ParameterizedTest
  @CsvSource({"MOBILENET_V2, 2223296", "RESNET18, 11170240"})
  void parameters_are_as_many_as_torchvisions(BackboneKind kind, long expected) {
    long found =
        Backbone.create(kind, 1).tensors().stream()
            .filter(NamedTensor::isLearnt)
            .mapToLong(named -> named.tensor().numel())
            .sum();
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"32, 32", "11.2, 16", "8.4, 8", "5.6, 8", "33.6, 32", "22.4, 24", "112, 112"})
  void channels_are_rounded_to_multiples_of_eight(double channels, int expected) {
    assertThat(MobileNetV2.divisibleByEight(channels)).isEqualTo(expected);
  }

  @Test
  void mobilenet_freezes_in_nineteen_stages_and_resnet_in_five() {
    assertThat(Backbone.create(BackboneKind.MOBILENET_V2, 0.35).stages())
        .extracting(Stage::name)
        .hasSize(19)
        .startsWith("features.0", "features.1")
        .endsWith("features.18");
    assertThat(Backbone.create(BackboneKind.RESNET18, 1).stages())
        .extracting(Stage::name)
        .isEqualTo(Arrays.asList("stem", "layer1", "layer2", "layer3", "layer4"));
  }

  @Test
  void more_stages_than_there_are_cannot_be_frozen() {
    Backbone backbone = Backbone.create(BackboneKind.RESNET18, 1);
    assertThatThrownBy(() -> backbone.freeze(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5")
        .hasMessageContaining("6");
  }

  @Test
  void a_kind_knows_how_many_stages_its_network_has() {
    for (BackboneKind kind : BackboneKind.values()) {
      assertThat(Backbone.create(kind, 1).stages()).as(kind.name()).hasSize(kind.stages());
    }
  }
}
