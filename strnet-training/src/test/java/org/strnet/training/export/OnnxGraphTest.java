package org.strnet.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each operator, written and run by ONNX Runtime, against values worked by hand. */
class OnnxGraphTest {

  private static OnnxGraph graph(UnaryOperator<GraphValue> formula) {
    OnnxGraph graph = new OnnxGraph("formula");
    GraphValue x = graph.input("x", Dimension.BATCH, Dimension.of(2));
    graph.section("formula");
    graph.output("y", formula.apply(x), Dimension.BATCH, Dimension.any("width"));
    return graph;
  }

  private static float[] run(OnnxGraph graph, float[] x, long... shape) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    byte[] bytes = graph.model(Map.of()).toByteArray();
    try (OrtSession session = environment.createSession(bytes);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
    }
  }

  private static float[] at(float first, float second, UnaryOperator<GraphValue> formula)
      throws Exception {
    return run(graph(formula), new float[] {first, second}, 1, 2);
  }

  @Test
  void arithmetic_reads_as_it_computes() throws Exception {
    assertThat(at(3, 5, x -> x.times(2).plus(1).minus(x).over(x.plus(x))))
        .containsExactly(4 / 6f, 6 / 10f);
  }

  @Test
  void mean_and_sum_keep_their_axis() throws Exception {
    assertThat(at(3, 5, GraphValue::mean)).containsExactly(4);
    assertThat(at(3, 5, x -> x.minus(x.sum()))).containsExactly(-5, -3);
  }

  @Test
  void an_affine_map_takes_libtorch_s_layout() throws Exception {
    float[] y =
        at(
            1,
            10,
            x -> {
              GraphValue weight = x.graph().constant("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
              return x.affine(weight, x.graph().constant("b", new float[] {100, 200, 300}, 3));
            });

    assertThat(y).containsExactly(121, 243, 365);
  }

  @Test
  void columns_and_concatenation_undo_each_other() throws Exception {
    assertThat(at(3, 5, x -> GraphValue.concatenate(List.of(x.columns(1, 2), x.columns(0, 1)))))
        .containsExactly(5, 3);
  }

  @Test
  void nearest_upsampling_repeats_each_pixel() throws Exception {
    OnnxGraph graph = new OnnxGraph("upsampling");
    GraphValue x =
        graph.input("x", Dimension.BATCH, Dimension.of(1), Dimension.any("H"), Dimension.any("W"));
    graph.output(
        "y",
        x.upsampleNearest(),
        Dimension.BATCH,
        Dimension.of(1),
        Dimension.any("H2"),
        Dimension.any("W2"));

    assertThat(run(graph, new float[] {1, 2}, 1, 1, 1, 2)).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
  }

  @Test
  void the_same_calls_give_the_same_bytes_and_metadata_is_ordered() {
    UnaryOperator<GraphValue> formula = x -> x.times(2).sigmoid();
    Map<String, String> provenance = new TreeMap<>(Map.of("seed", "7", "cohort", "abc"));

    var first = graph(formula).model(provenance);

    assertThat(first.toByteArray()).isEqualTo(graph(formula).model(provenance).toByteArray());
    assertThat(first.getMetadataProps(0).getKey()).isEqualTo("cohort");
    assertThat(first.getIrVersion()).isEqualTo(8);
    assertThat(first.getOpsetImport(0).getVersion()).isEqualTo(17);
  }

  @Test
  void a_value_is_an_output_once() {
    OnnxGraph graph = graph(x -> x.times(2));
    GraphValue x = new GraphValue(graph, "formula/Mul_0");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.output("z", x, Dimension.BATCH))
        .withMessageContaining("formula/Mul_0");
  }

  @Test
  void a_constant_fills_its_shape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OnnxGraph("g").constant("w", new float[5], 2, 3))
        .withMessage("w has 5 values, its shape holds 6");
  }
}
