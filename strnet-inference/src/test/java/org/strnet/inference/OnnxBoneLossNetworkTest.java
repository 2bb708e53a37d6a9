package org.strnet.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.network.Evidence;
import org.strnet.network.FeaturedOutput;
import org.strnet.network.NetworkOutput;
import org.strnet.provenance.BadInputException;

class OnnxBoneLossNetworkTest {

  private static final int PIXELS = SmallNetworks.SIZE * SmallNetworks.SIZE;

  @TempDir Path folder;

  /** Eight pixels of 1 and eight of 0: the mean is a half. */
  private static float[] halfLit() {
    float[] film = new float[PIXELS];
    for (int i = 0; i < PIXELS / 2; i++) {
      film[i] = 1;
    }
    return film;
  }

  private OnnxBoneLossNetwork load(SmallNetworks network) {
    return OnnxBoneLossNetwork.load(network.writeTo(folder.resolve("network.onnx")));
  }

  @Test
  void an_assessment_gives_the_three_heads() {
    try (var network = load(SmallNetworks.boneLoss(2).withBoneLossOutputs())) {
      NetworkOutput output = network.assess(halfLit(), new float[] {-3, 1});

      assertThat(output).isEqualTo(new NetworkOutput(0.5, -0.5, -2.5));
    }
  }

  @Test
  void an_explanation_adds_the_feature_map_and_the_gradient() {
    try (var network = load(SmallNetworks.boneLoss(2).withBoneLossOutputs())) {
      Evidence evidence = network.explain(halfLit(), new float[] {-3, 1});

      assertThat(evidence.output()).isEqualTo(network.assess(halfLit(), new float[] {-3, 1}));
      assertThat(evidence.features().channels()).isEqualTo(2);
      assertThat(evidence.features().height()).isEqualTo(SmallNetworks.SIZE);
      assertThat(evidence.features().width()).isEqualTo(SmallNetworks.SIZE);
      assertThat(evidence.features().values()).startsWith(1, 1, 1).endsWith(-0f, -0f);
      assertThat(evidence.boneLossGradient()).containsExactly(1, 0.5f);
    }
  }

  @Test
  void without_its_gradient_a_network_says_the_same_and_explains_nothing() {
    byte[] onnx = SmallNetworks.boneLoss(2).withBoneLossOutputs().bytes();
    float[] film = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    float[] clinical = {3, 1};
    try (var whole = OnnxBoneLossNetwork.load("small", onnx);
        var forward = OnnxBoneLossNetwork.loadWithoutGradient("small", onnx)) {
      Evidence evidence = whole.explain(film, clinical);
      FeaturedOutput featured = forward.assessWithFeatures(film, clinical);

      assertThat(forward.assess(film, clinical)).isEqualTo(whole.assess(film, clinical));
      assertThat(featured.output()).isEqualTo(evidence.output());
      assertThat(featured.features().values()).isEqualTo(evidence.features().values());
      assertThat(whole.assessWithFeatures(film, clinical).output()).isEqualTo(evidence.output());
      assertThatIllegalStateException().isThrownBy(() -> forward.explain(film, clinical));
    }
  }

  @Test
  void a_network_without_clinical_variables_takes_none() {
    try (var network = load(SmallNetworks.boneLoss(0).withBoneLossOutputs())) {
      assertThat(network.clinicalLength()).isZero();
      assertThat(network.assess(halfLit(), new float[0]).tScore()).isEqualTo(0.5);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.assess(halfLit(), new float[2]))
          .withMessageContaining("16 pixels and 0 clinical values, found 16 and 2");
    }
  }

  @Test
  void callers_at_once_each_get_their_own_film_s_result() {
    try (var network = load(SmallNetworks.boneLoss(2).withBoneLossOutputs())) {
      boolean[] right = new boolean[400];
      IntStream.range(0, right.length)
          .parallel()
          .forEach(
              i -> {
                float[] film = halfLit();
                film[PIXELS - 1] = i;
                double logit = network.assess(film, new float[] {i, 1}).boneLossLogit();
                right[i] = logit == (8 + i) / 16.0;
              });

      assertThat(right).containsOnly(true);
    }
  }

  @Test
  void size_clinical_length_and_metadata_are_read_from_the_file() {
    try (var network = load(SmallNetworks.boneLoss(6).withBoneLossOutputs())) {
      assertThat(network.inputSize()).isEqualTo(SmallNetworks.SIZE);
      assertThat(network.clinicalLength()).isEqualTo(6);
      assertThat(network.metadata()).isEqualTo(Map.of("cohort", "worked by hand"));
    }
  }

  @Test
  void a_missing_file_is_refused_by_name() {
    assertThatThrownBy(() -> OnnxBoneLossNetwork.load(folder.resolve("absent.onnx")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("absent.onnx: an ONNX file is needed here, found none");
  }

  @Test
  void a_file_that_is_no_onnx_is_refused_by_name() throws Exception {
    Path file = Files.writeString(folder.resolve("network.onnx"), "not a network");

    assertThatThrownBy(() -> OnnxBoneLossNetwork.load(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("network.onnx: must be an ONNX network that can be run");
  }

  @Test
  void a_network_without_an_output_is_refused() {
    assertThatThrownBy(() -> load(SmallNetworks.boneLoss(2).output("bone_loss_logit", 0)))
        .isInstanceOf(BadInputException.class)
        .hasMessage("network.onnx: needs the output 'severity_logit', found none");
  }

  @Test
  void an_odd_clinical_length_is_refused() {
    assertThatThrownBy(() -> load(SmallNetworks.boneLoss(3).withBoneLossOutputs()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("network.onnx: input 'clinical' must be [N, 2K], found [-1, 3]");
  }

  @Test
  void an_unknown_input_is_refused() {
    SmallNetworks network = SmallNetworks.boneLoss(2).withBoneLossOutputs();

    assertThatThrownBy(() -> load(network.input("age", 0, 1)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("inputs must be")
        .hasMessageContaining("age");
  }

  @Test
  void the_finder_s_network_is_not_taken_for_str_net() {
    assertThatThrownBy(() -> load(SmallNetworks.joints()))
        .isInstanceOf(BadInputException.class)
        .hasMessage("network.onnx: input 'film' must be [N, 1, S, S], found [-1, 1, -1, -1]");
  }
}
