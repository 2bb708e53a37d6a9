package org.strnet.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Networks small enough to be worked by hand. Sizes of 0 stand for "any". */
final class SmallNetworks {

  static final int SIZE = 4;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");

  /**
   * Logit of bone loss: mean of the film. Severity: its negative. T-score: the logit plus the first
   * clinical value. Feature map: the film and its negative. Gradient: 1 and the logit.
   */
  static SmallNetworks boneLoss(long clinicalLength) {
    SmallNetworks network = new SmallNetworks();
    network.input("film", 0, 1, SIZE, SIZE);
    network.constant("first", 0);
    network.constant("second", 1);
    network.node("ReduceMean", "mean4", List.of("film"), ints("axes", 2, 3), keep(1));
    network.node("Squeeze", "mean2", List.of("mean4", "pixels"));
    network.constant("pixels", 2, 3);
    network.node("Squeeze", "bone_loss_logit", List.of("mean2", "second"));
    network.node("Neg", "severity_logit", List.of("bone_loss_logit"));
    network.node("Neg", "negative", List.of("film"));
    network.node("Concat", "feature_map", List.of("film", "negative"), integer("axis", 1));
    network.node("Div", "one", List.of("mean2", "mean2"));
    network.node("Concat", "bone_loss_gradient", List.of("one", "mean2"), integer("axis", 1));
    if (clinicalLength > 0) {
      network.input("clinical", 0, clinicalLength);
      network.node("Slice", "value", List.of("clinical", "first", "second", "second"));
      network.node("Squeeze", "flat", List.of("value", "second"));
      network.node("Add", "t_score", List.of("bone_loss_logit", "flat"));
    } else {
      network.node("Identity", "t_score", List.of("bone_loss_logit"));
    }
    return network;
  }

  /** Five planes, each the film's mean over 4 x 4 pixels. */
  static SmallNetworks joints() {
    SmallNetworks network = new SmallNetworks();
    network.input("film", 0, 1, 0, 0);
    network.node(
        "AveragePool", "plane", List.of("film"), ints("kernel_shape", 4, 4), ints("strides", 4, 4));
    network.node(
        "Concat",
        "joints",
        List.of("plane", "plane", "plane", "plane", "plane"),
        integer("axis", 1));
    network.output("joints", 0, 5, 0, 0);
    return network;
  }

  /** The outputs of STR-Net. */
  SmallNetworks withBoneLossOutputs() {
    output("bone_loss_logit", 0);
    output("severity_logit", 0);
    output("t_score", 0);
    output("feature_map", 0, 2, SIZE, SIZE);
    output("bone_loss_gradient", 0, 2);
    return this;
  }

  SmallNetworks input(String name, long... shape) {
    graph.addInput(value(name, shape));
    return this;
  }

  SmallNetworks output(String name, long... shape) {
    graph.addOutput(value(name, shape));
    return this;
  }

  /** The ONNX file. */
  byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .addMetadataProps(
            StringStringEntryProto.newBuilder().setKey("cohort").setValue("worked by hand"))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  Path writeTo(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void constant(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
  }

  private void node(
      String operator, String output, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
  }

  private static AttributeProto ints(String name, long... values) {
    var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  private static AttributeProto keep(long value) {
    return integer("keepdims", value);
  }

  private static ValueInfoProto value(String name, long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int i = 0; i < sizes.length; i++) {
      var dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(
          sizes[i] > 0 ? dimension.setDimValue(sizes[i]) : dimension.setDimParam("any" + i));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }
}
