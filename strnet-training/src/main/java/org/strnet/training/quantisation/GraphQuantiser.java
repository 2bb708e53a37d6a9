package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a graph so that its backbone runs in 8-bit integers. A rounded value T becomes {@code
 * operator -> T/float -> QuantizeLinear -> T/uint8 -> DequantizeLinear -> T}: whoever reads T, an
 * output of the model among them, reads the rounded value.
 */
final class GraphQuantiser {

  private final GraphProto from;
  private final BackboneGraph backbone;
  private final Map<String, ValueRange> ranges;
  private final GraphProto.Builder to;
  private final Set<String> dropped = new HashSet<>();

  /**
   * @param ranges of the values that {@link BackboneGraph#observed()} names
   */
  GraphQuantiser(GraphProto from, Map<String, ValueRange> ranges) {
    this.from = from;
    this.backbone = new BackboneGraph(from);
    this.ranges = Map.copyOf(ranges);
    this.to = from.toBuilder().clearNode();
  }

  /** The rewritten graph. */
  GraphProto graph() {
    for (NodeProto node : from.getNodeList()) {
      if (!dropped.contains(node.getOutput(0))) {
        write(node);
      }
    }
    removeUnusedConstants();
    return to.build();
  }

  /** Name of a rounded value before it is rounded. */
  static String unrounded(String value) {
    return value + "/float";
  }

  /** Name of a bias's integers. */
  static String integers(String bias) {
    return bias + "/int32";
  }

  /** Name of the scale of a constant or a value. */
  static String scale(String name) {
    return name + "/scale";
  }

  private void write(NodeProto node) {
    String value = node.getOutput(0);
    NodeProto.Builder copy = node.toBuilder();
    if (backbone.quantised(node)) {
      quantiseWeights(copy);
    }
    backbone.absorbed(value).ifPresent(activation -> dropped.add(activation.getOutput(0)));
    String rounded = backbone.roundedTo(value);
    if (backbone.rounded(rounded)) {
      to.addNode(copy.setOutput(0, unrounded(rounded)));
      round(rounded);
    } else {
      to.addNode(copy);
    }
  }

  private void round(String value) {
    String shared = backbone.rangeOf(value);
    String scale = scale(shared);
    String zero = shared + "/zero_point";
    if (shared.equals(value)) {
      ValueRange range = range(value);
      to.addInitializer(Constants.floats(scale, List.of(), range.scale()));
      to.addInitializer(Constants.unsignedByte(zero, range.zeroPoint()));
    }
    String bytes = value + "/uint8";
    to.addNode(node("QuantizeLinear", bytes, List.of(unrounded(value), scale, zero)));
    to.addNode(node("DequantizeLinear", value, List.of(bytes, scale, zero)));
  }

  private void quantiseWeights(NodeProto.Builder convolution) {
    String weight = convolution.getInput(1);
    String bias = convolution.getInput(2);
    float inputScale = range(backbone.rangeOf(convolution.getInput(0))).scale();
    List<Long> shape = backbone.shape(weight);
    int taps = Math.toIntExact(shape.get(2) * shape.get(3));
    ChannelWeights channels =
        ChannelWeights.of(backbone.floats(weight), backbone.floats(bias), taps, inputScale);
    List<Long> each = List.of(shape.get(0));
    dequantised(Constants.bytes(weight + "/int8", shape, channels.weight()), weight);
    to.addInitializer(Constants.floats(scale(weight), each, channels.scales()));
    to.addInitializer(
        Constants.bytes(weight + "/zero_point", each, new byte[channels.scales().length]));
    dequantised(Constants.ints(integers(bias), each, channels.bias()), bias);
    to.addInitializer(Constants.floats(scale(bias), each, channels.biasScales()));
    to.addInitializer(
        Constants.ints(bias + "/zero_point", each, new int[channels.scales().length]));
    convolution.setInput(1, weight + "/dequantised").setInput(2, bias + "/dequantised");
  }

  private void dequantised(TensorProto integers, String name) {
    to.addInitializer(integers);
    List<String> operands = List.of(integers.getName(), scale(name), name + "/zero_point");
    AttributeProto axis =
        AttributeProto.newBuilder().setName("axis").setType(AttributeType.INT).setI(0).build();
    to.addNode(
        node("DequantizeLinear", name + "/dequantised", operands).toBuilder().addAttribute(axis));
  }

  private ValueRange range(String value) {
    ValueRange range = ranges.get(value);
    if (range == null) {
      throw new IllegalArgumentException("the range of every rounded value is needed: " + value);
    }
    return range;
  }

  private void removeUnusedConstants() {
    Set<String> used = new LinkedHashSet<>();
    to.getNodeList().forEach(node -> used.addAll(node.getInputList()));
    List<TensorProto> kept =
        to.getInitializerList().stream().filter(c -> used.contains(c.getName())).toList();
    to.clearInitializer().addAllInitializer(kept);
  }

  private static NodeProto node(String operator, String output, List<String> operands) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(output + "/" + operator)
        .addAllInput(operands)
        .addOutput(output)
        .build();
  }
}
