package org.strnet.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.strnet.network.TensorNames.BONE_LOSS_GRADIENT;
import static org.strnet.network.TensorNames.BONE_LOSS_LOGIT;
import static org.strnet.network.TensorNames.CLINICAL;
import static org.strnet.network.TensorNames.FEATURE_MAP;
import static org.strnet.network.TensorNames.FILM;
import static org.strnet.network.TensorNames.POOLED;
import static org.strnet.network.TensorNames.SEVERITY_LOGIT;
import static org.strnet.network.TensorNames.T_SCORE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.ClinicalHeads;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.HeldRegression;
import org.strnet.training.network.Routing;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.StrNetSettings.Clinical;
import org.strnet.training.network.Task;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** LibTorch and ONNX Runtime give the same on the same films, and the gradient is autograd's. */
class OnnxExporterTest {

  private static final int SIZE = 64;
  private static final double TOLERANCE = 1e-4;
  private static final StrNetSettings TINY =
      StrNetSettings.defaults().withBackbone(BackboneKind.MOBILENET_V2, 0.35);

  @TempDir Path folder;

  private static final Clinical NONE = Clinical.NONE;
  private static final Clinical T_SCORE_ONLY =
      new Clinical(6, ClinicalHeads.T_SCORE, 0.1, ClinicalPath.EMBEDDING);
  private static final Clinical ALL_HEADS =
      new Clinical(6, ClinicalHeads.ALL, 0.1, ClinicalPath.EMBEDDING);

  static Stream<Arguments> every_routing_and_every_use_of_clinical_variables() {
    return Stream.of(
        Arguments.of(Routing.EXPERTS, NONE),
        Arguments.of(Routing.EXPERTS, ALL_HEADS),
        Arguments.of(Routing.GATE, ALL_HEADS),
        Arguments.of(Routing.NONE, T_SCORE_ONLY));
  }

  @ParameterizedTest
  @MethodSource("every_routing_and_every_use_of_clinical_variables")
  void mobilenet_v2_agrees(Routing routing, Clinical clinical) {
    agrees(
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
            .withRouting(routing, 3)
            .withClinical(clinical)
            .withTScore(-1.3, 1.2));
  }

  @Test
  void a_network_that_adds_to_clinical_regressions_agrees() {
    agrees(
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
            .withClinical(new Clinical(6, ClinicalHeads.ALL, 0.1, ClinicalPath.OFFSET)));
  }

  @Test
  void networks_that_add_to_regressions_on_the_moments_of_their_stages_agree() {
    agrees(TINY.withStageMoments(true));
    agrees(
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.RESNET18, 1)
            .withStageMoments(true)
            .withClinical(new Clinical(6, ClinicalHeads.T_SCORE, 0.1, ClinicalPath.OFFSET)));
  }

  @Test
  void resnet18_agrees() {
    agrees(
        StrNetSettings.defaults().withBackbone(BackboneKind.RESNET18, 1).withClinical(ALL_HEADS));
  }

  @Test
  void the_same_weights_give_the_same_bytes() throws IOException {
    StrNet network = StrNet.create(TINY, 7);

    assertThat(Files.readAllBytes(exported(network, "first.onnx", Map.of("seed", "7"))))
        .isEqualTo(Files.readAllBytes(exported(network, "second.onnx", Map.of("seed", "7"))));
  }

  @Test
  void provenance_and_settings_are_read_back_from_the_file() {
    Path file = exported(StrNet.create(TINY, 7), "network.onnx", Map.of("cohort", "abc"));

    try (OnnxBoneLossNetwork network = OnnxBoneLossNetwork.load(file)) {
      assertThat(network.inputSize()).isEqualTo(SIZE);
      assertThat(network.clinicalLength()).isZero();
      assertThat(network.metadata())
          .containsEntry("cohort", "abc")
          .containsEntry("network.backbone", "mobilenet_v2")
          .containsEntry("network.routing", "experts")
          .containsEntry("pixels.crop_widths", "1.3")
          .containsEntry("use", "research use only");
    }
  }

  @Test
  void provenance_that_contradicts_the_network_is_the_caller_s_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                exported(StrNet.create(TINY, 7), "network.onnx", Map.of("network.routing", "gate")))
        .withMessage("provenance says network.routing = gate, the network experts");
  }

  @Test
  void a_file_that_exists_is_not_overwritten() throws IOException {
    Files.writeString(folder.resolve("network.onnx"), "somebody's");

    assertThatThrownBy(() -> exported(StrNet.create(TINY, 7), "network.onnx", Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("network.onnx: a new file is written here, found one");
    assertThat(folder.resolve("network.onnx")).hasContent("somebody's");
  }

  private Path exported(StrNet network, String name, Map<String, String> provenance) {
    Path file = folder.resolve(name);
    OnnxExporter.export(network, PixelSpecification.ofSize(SIZE), provenance, file);
    return file;
  }

  private void agrees(StrNetSettings settings) {
    StrNet network = TrainedNetworks.of(settings, SIZE, 11);
    network.clinicalOffset().ifPresent(OnnxExporterTest::fill);
    network.momentOffset().ifPresent(OnnxExporterTest::fill);
    Path file = exported(network, settings.backbone() + ".onnx", Map.of());
    for (int films : new int[] {1, 3}) {
      try (TensorScope scope = TensorScope.open()) {
        Tensor film = TrainedNetworks.films(films, SIZE, 5);
        Tensor clinical = torch.randn(films, settings.clinical().inputs());
        Map<String, float[]> expected = outputs(network, film, clinical);
        Map<String, float[]> found = OnnxOutputs.of(file, inputs(film, clinical));

        assertThat(Differences.largest(expected, found))
            .containsOnlyKeys(expected.keySet())
            .allSatisfy((name, difference) -> assertThat(difference).isLessThan(TOLERANCE));
      }
    }
  }

  private static void fill(HeldRegression offset) {
    int inputs = Math.toIntExact(offset.linear().weight().size(1));
    for (Task task : Task.values()) {
      double[] coefficients = new double[inputs + 1];
      for (int i = 0; i <= inputs; i++) {
        coefficients[i] = 3 * Math.sin(i + 1 + task.column()) / Math.sqrt(inputs);
      }
      offset.set(task, coefficients);
    }
  }

  /** Autograd sees the last map's means as moments, apart from the pooled features they equal. */
  private static float[] withMeans(StrNet network, float[] gradient) {
    if (network.momentOffset().isEmpty()) {
      return gradient;
    }
    Tensor weight = network.momentOffset().get().linear().weight();
    int channels = network.backbone().channels();
    long from = weight.size(1) - 2L * channels;
    float[] ofMeans = Tensors.toArray(weight.select(0, 0).narrow(0, from, channels));
    float[] sum = gradient.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += ofMeans[i % channels];
    }
    return sum;
  }

  private static Map<String, Tensor> inputs(Tensor film, Tensor clinical) {
    return clinical.size(1) == 0 ? Map.of(FILM, film) : Map.of(FILM, film, CLINICAL, clinical);
  }

  private static Map<String, float[]> outputs(StrNet network, Tensor film, Tensor clinical) {
    HeadTensors heads = network.forward(film, clinical);
    Tensor gradient =
        torch
            .grad(new TensorVector(heads.boneLossLogit().sum()), new TensorVector(heads.pooled()))
            .get(0);
    Map<String, float[]> outputs = new LinkedHashMap<>();
    outputs.put(BONE_LOSS_LOGIT, Tensors.toArray(heads.boneLossLogit()));
    outputs.put(SEVERITY_LOGIT, Tensors.toArray(heads.severityLogit()));
    outputs.put(T_SCORE, Tensors.toArray(network.tScoreInUnits(heads.tScore())));
    outputs.put(FEATURE_MAP, Tensors.toArray(heads.featureMap()));
    outputs.put(POOLED, Tensors.toArray(heads.pooled()));
    outputs.put(BONE_LOSS_GRADIENT, withMeans(network, Tensors.toArray(gradient)));
    assertThat(gradient.abs().max().item_float()).isGreaterThan(1e-3f);
    return outputs;
  }
}
