package org.strnet.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.strnet.network.TensorNames.BONE_LOSS_GRADIENT;
import static org.strnet.network.TensorNames.BONE_LOSS_LOGIT;
import static org.strnet.network.TensorNames.FEATURE_MAP;
import static org.strnet.network.TensorNames.SEVERITY_LOGIT;
import static org.strnet.network.TensorNames.T_SCORE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Contradictions;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.Evidence;
import org.strnet.phantom.PhantomFilm;
import org.strnet.pixels.KneePixels;
import org.strnet.pixels.PixelSpecification;
import org.strnet.radiograph.RadiographReader;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.StrNetSettings.Clinical;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;
import org.strnet.training.weights.BackboneWeights;

/** Films through the network as it is trained and as it is run: the same to 1e-4. */
class FilmParityTest {

  private static final int SIZE = 224;
  private static final int FILMS = 64;
  private static final double TOLERANCE = 1e-4;
  private static final int CLINICAL = 6;
  private static final PixelSpecification PIXELS = PixelSpecification.ofSize(SIZE);

  @TempDir Path folder;

  @Test
  void phantoms_give_the_same_in_both_runtimes() {
    KneePixels pixels = new KneePixels(PIXELS);
    List<float[]> inputs =
        IntStream.range(0, 4)
            .mapToObj(number -> PhantomFilm.draw(1, number, 12))
            .map(film -> pixels.input(film.radiograph(), film.knees().get(0)))
            .toList();

    agree(TrainedNetworks.of(settings(0.35), 96, 3), inputs);
  }

  @Test
  void sixty_four_cohort_films_give_the_same_in_both_runtimes() throws IOException {
    Path data = Path.of("../../shared/data");
    assumeTrue(Files.exists(data), "needs ../shared/data beside the repository");
    RadiographReader reader = new RadiographReader();
    KneePixels pixels = new KneePixels(PIXELS);
    List<float[]> inputs =
        Cohort.read(data.resolve("knee-cohort/cohort.csv"), Contradictions.REPORT_AND_GO_ON)
            .usable()
            .films()
            .stream()
            .filter(film -> film.annotatedKnee().isPresent())
            .limit(FILMS)
            .map(film -> pixels.input(reader.read(film.file()), film.annotatedKnee().orElseThrow()))
            .toList();
    assertThat(inputs).hasSize(FILMS);
    Torch.threads(1);
    StrNet network = StrNet.create(settings(1), 3);
    BackboneWeights.load(
        network.backbone(), data.resolve("backbones/mobilenet_v2_1.0_gray.safetensors"));

    agree(network, inputs);
  }

  private static StrNetSettings settings(double width) {
    StrNetSettings defaults = StrNetSettings.defaults();
    return defaults
        .withBackbone(defaults.backbone(), width)
        .withClinical(new Clinical(CLINICAL, ClinicalHeads.ALL, 0, ClinicalPath.EMBEDDING));
  }

  private void agree(StrNet network, List<float[]> inputs) {
    Path file = folder.resolve("network.onnx");
    OnnxExporter.export(network, PIXELS, Map.of(), file);
    try (OnnxBoneLossNetwork onnx = OnnxBoneLossNetwork.load(file)) {
      for (int i = 0; i < inputs.size(); i++) {
        float[] clinical = clinical(i);
        Map<String, float[]> expected = libTorch(network, inputs.get(i), clinical);
        Map<String, float[]> found = outputs(onnx.explain(inputs.get(i), clinical));

        assertThat(Differences.largest(expected, found))
            .as("film %d", i)
            .hasSize(5)
            .allSatisfy((name, difference) -> assertThat(difference).isLessThan(TOLERANCE));
      }
    }
  }

  /** Two variables known and one not. */
  private static float[] clinical(int film) {
    return new float[] {film / 32f - 1, 0.5f, 0, 1, 1, 0};
  }

  private static Map<String, float[]> libTorch(StrNet network, float[] film, float[] clinical) {
    try (TensorScope scope = TensorScope.open()) {
      HeadTensors heads =
          network.forward(
              Tensors.of(film, 1, 1, SIZE, SIZE), Tensors.of(clinical, 1, clinical.length));
      TensorVector gradient =
          torch.grad(new TensorVector(heads.boneLossLogit()), new TensorVector(heads.pooled()));
      Tensor tScore = network.tScoreInUnits(heads.tScore());
      return Map.of(
          BONE_LOSS_LOGIT, Tensors.toArray(heads.boneLossLogit()),
          SEVERITY_LOGIT, Tensors.toArray(heads.severityLogit()),
          T_SCORE, Tensors.toArray(tScore),
          FEATURE_MAP, Tensors.toArray(heads.featureMap()),
          BONE_LOSS_GRADIENT, Tensors.toArray(gradient.get(0)));
    }
  }

  private static Map<String, float[]> outputs(Evidence evidence) {
    return Map.of(
        BONE_LOSS_LOGIT, new float[] {(float) evidence.output().boneLossLogit()},
        SEVERITY_LOGIT, new float[] {(float) evidence.output().severityLogit()},
        T_SCORE, new float[] {(float) evidence.output().tScore()},
        FEATURE_MAP, evidence.features().values(),
        BONE_LOSS_GRADIENT, evidence.boneLossGradient());
  }
}
