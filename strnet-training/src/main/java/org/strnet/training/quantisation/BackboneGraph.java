package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.strnet.network.TensorNames;

/**
 * What of a network's graph runs in 8-bit integers: the operators from the film to the feature map
 * that keep its shape of channels, height and width. Operators stand in the order they run in.
 */
final class BackboneGraph {

  private static final Set<String> OPERATORS = Set.of("Conv", "Add", "Relu", "Clip", "MaxPool");
  private static final Set<String> ACTIVATIONS = Set.of("Relu", "Clip");

  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, List<NodeProto>> consumers = new HashMap<>();
  private final Map<String, NodeProto> producers = new LinkedHashMap<>();
  private final Set<String> outputs = new LinkedHashSet<>();

  BackboneGraph(GraphProto graph) {
    graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    graph.getOutputList().forEach(output -> outputs.add(output.getName()));
    for (NodeProto node : graph.getNodeList()) {
      node.getInputList()
          .forEach(input -> consumers.computeIfAbsent(input, i -> new ArrayList<>()).add(node));
      if (OPERATORS.contains(node.getOpType()) && operands(node).stream().allMatch(this::image)) {
        producers.put(node.getOutput(0), node);
      }
    }
  }

  /** The backbone's operators, in order. */
  List<NodeProto> operators() {
    return List.copyOf(producers.values());
  }

  /** The convolutions that run in 8-bit integers, in order. */
  List<NodeProto> convolutions() {
    return producers.values().stream().filter(this::quantised).toList();
  }

  /** Whether an operator is a convolution that runs in 8-bit integers. */
  boolean quantised(NodeProto node) {
    return producers.containsKey(node.getOutput(0))
        && node.getOpType().equals("Conv")
        && !node.getInput(0).equals(TensorNames.FILM);
  }

  /** Whether a value is rounded to 8 bits where it arises. */
  boolean rounded(String value) {
    NodeProto producer = producers.get(value);
    return producer != null && absorbed(value).isEmpty() && !beforeActivation(value);
  }

  /**
   * The activation that follows a value and nothing else does, where rounding to 8 bits does its
   * work: the range starts at zero and ends no higher than the activation.
   */
  Optional<NodeProto> absorbed(String value) {
    NodeProto producer = producers.get(value);
    boolean rounding =
        producer != null && (quantised(producer) || producer.getOpType().equals("Add"));
    return rounding && beforeActivation(value)
        ? Optional.of(consumers.get(value).get(0))
        : Optional.empty();
  }

  /** The value that an operator's result is rounded to: its own, or that of its activation. */
  String roundedTo(String value) {
    return absorbed(value).map(activation -> activation.getOutput(0)).orElse(value);
  }

  /** The value whose range a rounded value has: a pool's is that of what it is drawn from. */
  String rangeOf(String value) {
    NodeProto producer = producers.get(value);
    boolean pool = producer != null && producer.getOpType().equals("MaxPool");
    return pool && rounded(producer.getInput(0)) ? rangeOf(producer.getInput(0)) : value;
  }

  /** Values whose range must be known, in order. */
  List<String> observed() {
    return producers.keySet().stream()
        .filter(this::rounded)
        .filter(value -> rangeOf(value).equals(value))
        .toList();
  }

  /** A constant's numbers. */
  float[] floats(String name) {
    TensorProto constant = constants.get(name);
    if (constant == null || constant.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
      throw new IllegalArgumentException("a constant of float32 is needed, found " + name);
    }
    var values =
        constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] floats = new float[values.remaining()];
    values.get(floats);
    return floats;
  }

  /** A constant's shape. */
  List<Long> shape(String name) {
    return constants.get(name).getDimsList();
  }

  private boolean beforeActivation(String value) {
    List<NodeProto> next = consumers.getOrDefault(value, List.of());
    return !outputs.contains(value) && next.size() == 1 && fromZero(next.get(0));
  }

  private boolean fromZero(NodeProto node) {
    boolean activation = ACTIVATIONS.contains(node.getOpType());
    return activation && (node.getInputCount() < 2 || floats(node.getInput(1))[0] == 0);
  }

  private List<String> operands(NodeProto node) {
    return node.getInputList().stream().filter(input -> !constants.containsKey(input)).toList();
  }

  private boolean image(String value) {
    return value.equals(TensorNames.FILM) || producers.containsKey(value);
  }
}
