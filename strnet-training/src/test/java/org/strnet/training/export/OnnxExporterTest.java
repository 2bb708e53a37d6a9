package org.strnet.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.strnet.network.TensorNames.BONE_LOSS_GRADIENT;
import static org.strnet.network.TensorNames.BONE_LOSS_LOGIT;
import static org.strnet.network.TensorNames.CLINICAL;
import static org.strnet.network.TensorNames.FEATURE_MAP;
import static org.strnet.network.TensorNames.FILM;
import static org.strnet.network.TensorNames.POOLED;
import static org.strnet.network.TensorNames.SEVERITY_LOGIT;
import static org.strnet.network.TensorNames.T_SCORE;

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
import org.strnet.pixels.PixelSpecification;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.ClinicalHeads;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.Routing;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.StrNetSettings.Clinical;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** LibTorch and ONNX Runtime give the same on the same films, and the gradient is autograd's. */
class OnnxExporterTest {

  private static final int SIZE = 96;
  private static final double TOLERANCE = 1e-4;

  @TempDir Path folder;

  private static final Clinical NONE = Clinical.NONE;
  private static final Clinical T_SCORE_ONLY = new Clinical(6, ClinicalHeads.T_SCORE, 0.1);
  private static final Clinical ALL_HEADS = new Clinical(6, ClinicalHeads.ALL, 0.1);

  static Stream<Arguments> every_routing_and_every_use_of_clinical_variables() {
    return Stream.of(
        Arguments.of(Routing.EXPERTS, NONE),
        Arguments.of(Routing.EXPERTS, T_SCORE_ONLY),
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
  void resnet18_agrees() {
    agrees(
        StrNetSettings.defaults().withBackbone(BackboneKind.RESNET18, 1).withClinical(ALL_HEADS));
  }

  private void agrees(StrNetSettings settings) {
    StrNet network = TrainedNetworks.of(settings, SIZE, 11);
    Path file = folder.resolve("network.onnx");
    OnnxExporter.export(network, PixelSpecification.ofSize(SIZE), Map.of(), file);
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
    outputs.put(BONE_LOSS_GRADIENT, Tensors.toArray(gradient));
    assertThat(gradient.abs().max().item_float()).isGreaterThan(1e-3f);
    return outputs;
  }
}
