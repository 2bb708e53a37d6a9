package org.strnet.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.bundle.Bundle;

class ForwardGraphTest {

  @Test
  void what_only_the_output_needs_is_left_out_and_the_rest_stays_as_it_was() throws Exception {
    ModelProto model =
        model(node("shared", "film"), node("kept", "shared"), node("gone", "shared"));

    ModelProto cut = ModelProto.parseFrom(ForwardGraph.without("gone", model.toByteArray()));

    assertThat(cut)
        .isEqualTo(
            ModelProto.newBuilder(model)
                .setGraph(model.getGraph().toBuilder().removeNode(2).removeOutput(1))
                .build());
  }

  @Test
  void nothing_is_left_out_of_a_file_without_the_output_or_with_graphs_inside_operators()
      throws Exception {
    byte[] plain = model(node("kept", "film"), node("gone", "film")).toByteArray();
    NodeProto branch =
        node("kept", "film").toBuilder()
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("then_branch")
                    .setG(GraphProto.newBuilder().setName("inner")))
            .build();
    byte[] nested = model(branch, node("gone", "film")).toByteArray();

    assertThat(ForwardGraph.without("other", plain)).isEqualTo(plain);
    assertThat(ForwardGraph.without("gone", nested)).isEqualTo(nested);
  }

  @Test
  void what_is_no_onnx_file_or_ends_too_early_stays_as_it_is() {
    byte[] whole = model(node("kept", "film"), node("gone", "film")).toByteArray();
    byte[] text = "no ONNX".getBytes(StandardCharsets.US_ASCII);

    assertThat(ForwardGraph.without("gone", text)).isEqualTo(text);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(ForwardGraph.without("gone", cut).length).isLessThanOrEqualTo(length);
    }
  }

  @Test
  void the_released_network_loses_its_gradient_and_nothing_else() throws Exception {
    byte[] onnx = Bundle.load(Path.of("../models/strnet-phantom")).network();

    GraphProto cut =
        ModelProto.parseFrom(ForwardGraph.without("bone_loss_gradient", onnx)).getGraph();
    GraphProto whole = ModelProto.parseFrom(onnx).getGraph();

    assertThat(cut.getOutputList().stream().map(ValueInfoProto::getName))
        .containsExactly("bone_loss_logit", "severity_logit", "t_score", "feature_map", "pooled");
    assertThat(cut.getNodeCount()).isLessThan(whole.getNodeCount());
    assertThat(whole.getNodeList()).containsAll(cut.getNodeList());
  }

  /** Two outputs, {@code kept} and {@code gone}. */
  private static ModelProto model(NodeProto... nodes) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("test")
        .setGraph(
            GraphProto.newBuilder()
                .setName("small")
                .addAllNode(List.of(nodes))
                .addInput(ValueInfoProto.newBuilder().setName("film"))
                .addOutput(ValueInfoProto.newBuilder().setName("kept"))
                .addOutput(ValueInfoProto.newBuilder().setName("gone")))
        .build();
  }

  private static NodeProto node(String output, String input) {
    return NodeProto.newBuilder()
        .setOpType("Relu")
        .setName(output)
        .addInput(input)
        .addOutput(output)
        .build();
  }
}
