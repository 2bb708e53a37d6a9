package org.strnet.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Builds an ONNX model (opset 17, IR version 8; onnx.ai/onnx/operators) operator by operator.
 *
 * <p>Names follow from the order of the calls alone, so the same calls give the same bytes. All
 * tensors are float32 except the constant index lists, which are int64.
 */
public final class OnnxGraph {

  private static final int OPERATOR_SET = 17;
  private static final int IR_VERSION = 8;
  private static final String PRODUCER = "STR-Net";
  private static final String DOCUMENTATION = "Research use only. Not a diagnosis.";

  private final String name;
  private final List<ValueInfoProto> inputs = new ArrayList<>();
  private final Map<String, TensorProto> constants = new LinkedHashMap<>();
  private final List<NodeProto> nodes = new ArrayList<>();
  private final Map<String, Dimension[]> outputs = new LinkedHashMap<>();
  private final Map<String, String> outputNames = new HashMap<>();
  private String section = "";

  /**
   * @param name of the graph, shown by viewers
   */
  public OnnxGraph(String name) {
    this.name = name;
  }

  /** Starts a section: its name leads the names of the operators and constants that follow. */
  public void section(String title) {
    section = title + "/";
  }

  /** An input of the model. */
  public GraphValue input(String inputName, Dimension... shape) {
    inputs.add(valueInfo(inputName, shape));
    return new GraphValue(this, inputName);
  }

  /** Makes a value an output of the model under a name of its own. */
  public void output(String outputName, GraphValue value, Dimension... shape) {
    String taken = outputNames.putIfAbsent(value.name(), outputName);
    if (taken != null || outputs.put(outputName, shape.clone()) != null) {
      throw new IllegalArgumentException(
          "an output is one value under one name, found %s again as %s"
              .formatted(value.name(), outputName));
    }
  }

  /**
   * A constant of weights.
   *
   * @param constantName unique within the section
   * @param values as many as the shape holds, last dimension fastest
   * @param shape empty for a scalar
   */
  public GraphValue constant(String constantName, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(constantName, TensorProto.DataType.FLOAT, bytes, values.length, shape);
  }

  /** A constant list of integers: a shape, axes, indices. */
  public GraphValue constant(String constantName, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(
        constantName, TensorProto.DataType.INT64, bytes, values.length, new long[] {values.length});
  }

  /** A scalar, written once for each value. */
  GraphValue scalar(float value) {
    return shared("scalar/" + value, () -> constant("scalar/" + value, new float[] {value}));
  }

  /** A list of numbers that belongs to no section, written once. */
  GraphValue numbers(String constantName, float... values) {
    return shared(constantName, () -> constant(constantName, values, values.length));
  }

  /** A list of integers that belongs to no section, written once. */
  GraphValue indices(String constantName, long... values) {
    return shared(constantName, () -> constant(constantName, values));
  }

  /** Applies an operator with one output. */
  public GraphValue apply(String operator, List<GraphValue> operands, AttributeProto... options) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setName(section + operator + "_" + nodes.size());
    for (GraphValue operand : operands) {
      node.addInput(operand.name());
    }
    node.addOutput(node.getName());
    nodes.add(node.addAllAttribute(List.of(options)).build());
    return new GraphValue(this, node.getName());
  }

  /**
   * The finished model.
   *
   * @param provenance kept as the model's metadata, ordered by key
   */
  public ModelProto model(Map<String, String> provenance) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName(name)
            .addAllInput(inputs)
            .addAllInitializer(constants.values());
    nodes.forEach(node -> graph.addNode(withOutputNames(node)));
    outputs.forEach((key, shape) -> graph.addOutput(valueInfo(key, shape)));
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName(PRODUCER)
            .setDocString(DOCUMENTATION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
            .setGraph(graph);
    new TreeMap<>(provenance)
        .forEach(
            (key, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build();
  }

  private GraphValue shared(String constantName, Supplier<GraphValue> writer) {
    if (constants.containsKey(constantName)) {
      return new GraphValue(this, constantName);
    }
    String current = section;
    section = "";
    GraphValue written = writer.get();
    section = current;
    return written;
  }

  private GraphValue constant(
      String constantName, TensorProto.DataType type, ByteBuffer bytes, int count, long... shape) {
    long expected = 1;
    for (long size : shape) {
      expected *= size;
    }
    String fullName = section + constantName;
    if (expected != count) {
      throw new IllegalArgumentException(
          "%s has %d values, its shape holds %d".formatted(fullName, count, expected));
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(fullName)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) {
      tensor.addDims(size);
    }
    if (constants.put(fullName, tensor.build()) != null) {
      throw new IllegalArgumentException("two constants are called " + fullName);
    }
    return new GraphValue(this, fullName);
  }

  private NodeProto withOutputNames(NodeProto node) {
    NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput();
    node.getInputList().forEach(input -> renamed.addInput(outputNames.getOrDefault(input, input)));
    node.getOutputList()
        .forEach(output -> renamed.addOutput(outputNames.getOrDefault(output, output)));
    return renamed.build();
  }

  private static ValueInfoProto valueInfo(String valueName, Dimension... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Dimension dimension : dimensions) {
      var proto = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(
          dimension.symbol().isEmpty()
              ? proto.setDimValue(dimension.size())
              : proto.setDimParam(dimension.symbol()));
    }
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(valueName)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
