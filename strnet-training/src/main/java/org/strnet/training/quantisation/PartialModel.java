package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A network cut behind some of its values, which become its outputs. */
final class PartialModel {

  private PartialModel() {}

  /** Keeps what the values need and nothing else. */
  static ModelProto of(ModelProto model, Collection<String> values) {
    GraphProto graph = model.getGraph();
    Set<String> needed = new HashSet<>(values);
    ArrayDeque<NodeProto> nodes = new ArrayDeque<>();
    for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
      NodeProto node = graph.getNode(i);
      if (node.getOutputList().stream().anyMatch(needed::contains)) {
        needed.addAll(node.getInputList());
        nodes.addFirst(node);
      }
    }
    return model.toBuilder()
        .setGraph(
            GraphProto.newBuilder()
                .setName(graph.getName())
                .addAllNode(nodes)
                .addAllInitializer(
                    graph.getInitializerList().stream()
                        .filter(constant -> needed.contains(constant.getName()))
                        .toList())
                .addAllInput(
                    graph.getInputList().stream()
                        .filter(input -> needed.contains(input.getName()))
                        .toList())
                .addAllOutput(
                    values.stream()
                        .map(name -> ValueInfoProto.newBuilder().setName(name).build())
                        .toList()))
        .build();
  }
}
