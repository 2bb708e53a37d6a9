package org.strnet.training.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.strnet.bundle.Bundle;
import org.strnet.inference.ObservedNetwork;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Evidence;
import org.strnet.phantom.PhantomFilm;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.training.export.Dimension;
import org.strnet.training.export.OnnxGraph;

/** The released phantom bundle's network in 8 bits, on films that gave no range. */
class QuantisationTest {

  private static byte[] plain = {};
  private static byte[] small = {};
  private static float[] clinical = {};
  private static List<float[]> films = List.of();

  @BeforeAll
  static void quantise() throws IOException {
    Bundle bundle = Bundle.load(Path.of("../models/strnet-phantom"));
    KneePixels pixels = new KneePixels(bundle.manifest().pixels());
    plain = bundle.network();
    clinical = bundle.manifest().clinical().encoding().encode(ClinicalVariables.NONE);
    films =
        IntStream.range(0, 24)
            .mapToObj(number -> PhantomFilm.draw(11, number, 12))
            .map(film -> pixels.input(film.radiograph(), film.knees().get(0)))
            .toList();
    small = quantised(films.subList(0, 16));
  }

  private static byte[] quantised(List<float[]> observed) {
    return Quantisation.of("phantom", plain)
        .network(
            (onnx, values) -> {
              try (ObservedNetwork network = ObservedNetwork.load("observed", onnx)) {
                observed.forEach(film -> network.run(film, values));
              }
            });
  }

  @Test
  void it_agrees_with_the_float_network_on_other_phantoms() {
    try (OnnxBoneLossNetwork floats = OnnxBoneLossNetwork.load("float32", plain);
        OnnxBoneLossNetwork bytes = OnnxBoneLossNetwork.load("int8", small)) {
      for (float[] film : films.subList(16, 24)) {
        double expected = floats.assess(film, clinical).boneLossLogit();
        double found = bytes.assess(film, clinical).boneLossLogit();

        assertThat(probability(found)).isCloseTo(probability(expected), within(0.05));
        assertThat(found).as("rounded").isNotEqualTo(expected);
      }
    }
  }

  @Test
  void the_feature_map_is_a_map_of_bytes_and_the_heads_read_it() {
    try (OnnxBoneLossNetwork bytes = OnnxBoneLossNetwork.load("int8", small)) {
      Evidence evidence = bytes.explain(films.get(20), clinical);
      float[] map = evidence.features().values();
      double step =
          IntStream.range(0, map.length)
              .mapToDouble(i -> map[i])
              .filter(value -> value > 0)
              .min()
              .orElseThrow();
      for (float value : map) {
        assertThat(value / step).isCloseTo(Math.rint(value / step), within(1e-3));
      }
      assertThat(evidence.output()).isEqualTo(bytes.assess(films.get(20), clinical));
    }
  }

  @Test
  void all_convolutions_but_the_first_read_bytes_and_no_activation_is_left_between_them()
      throws IOException {
    List<NodeProto> before = ModelProto.parseFrom(plain).getGraph().getNodeList();
    List<NodeProto> after = ModelProto.parseFrom(small).getGraph().getNodeList();

    assertThat(count(after, "Conv")).isEqualTo(count(before, "Conv"));
    assertThat(count(before, "Clip")).isGreaterThan(30);
    assertThat(count(after, "Clip")).isEqualTo(1);
    assertThat(
            after.stream()
                .filter(node -> node.getOpType().equals("Conv"))
                .filter(node -> node.getInput(1).endsWith("/dequantised")))
        .hasSize((int) count(before, "Conv") - 1);
    assertThat(small.length).isLessThan(plain.length / 2);
  }

  @Test
  void the_same_films_give_the_same_bytes() {
    assertThat(quantised(films.subList(0, 16))).isEqualTo(small);
  }

  @Test
  void what_is_no_network_or_has_no_convolution_to_run_in_bytes_is_refused() {
    OnnxGraph graph = new OnnxGraph("none");
    graph.output("pooled", graph.input("film", Dimension.BATCH).relu(), Dimension.BATCH);
    byte[] none = graph.model(Map.of()).toByteArray();

    assertThatThrownBy(() -> Quantisation.of("tiny", none))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("found none to run in 8 bits");
    assertThatThrownBy(() -> Quantisation.of("text", "no ONNX".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(BadInputException.class);
  }

  private static long count(List<NodeProto> nodes, String operator) {
    return nodes.stream().filter(node -> node.getOpType().equals(operator)).count();
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
