package org.strnet.training.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.inference.ObservedNetwork;

/**
 * A film of one value, 3; a first convolution hands it on, a second one has weights 100 and -0.3.
 */
class BiasCorrectionTest {

  private static final FilmRuns FILM =
      (onnx, values) -> {
        try (ObservedNetwork network = ObservedNetwork.load("small", onnx)) {
          network.run(new float[] {3}, values);
        }
      };

  /**
   * The second convolution's scale is 100 / 127 = 0.787, so that -0.3 becomes 0 and 299.1 becomes
   * 300. The range of 3 is 0 to 3.
   */
  @Test
  void what_rounding_a_weight_takes_from_a_channel_its_bias_gives_back() throws Exception {
    ModelProto plain = twoConvolutions();

    byte[] corrected = Quantisation.of("small", plain.toByteArray()).network(FILM);

    TensorProto weight = constant(corrected, "second.weight/int8");
    TensorProto bias = constant(corrected, "second.bias/int32");
    double biasStep = 3.0 / 255 * 100 / 127;
    assertThat(weight.getRawData().byteAt(0)).isEqualTo((byte) 127);
    assertThat(weight.getRawData().byteAt(1)).isZero();
    int steps = bias.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt();
    assertThat(steps * biasStep).isCloseTo(-0.9, within(biasStep));
  }

  private static TensorProto constant(byte[] model, String name) throws Exception {
    return ModelProto.parseFrom(model).getGraph().getInitializerList().stream()
        .filter(constant -> constant.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ModelProto twoConvolutions() {
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("small")
            .addInput(film())
            .addInitializer(Constants.floats("first.weight", List.of(2L, 1L, 1L, 1L), 1, 1))
            .addInitializer(Constants.floats("first.bias", List.of(2L), 0, 0))
            .addInitializer(Constants.floats("second.weight", List.of(1L, 2L, 1L, 1L), 100, -0.3f))
            .addInitializer(Constants.floats("second.bias", List.of(1L), 0))
            .addNode(convolution("film", "first"))
            .addNode(convolution("first", "second"))
            .addOutput(ValueInfoProto.newBuilder().setName("second"))
            .build();
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build();
  }

  private static NodeProto convolution(String from, String name) {
    return NodeProto.newBuilder()
        .setOpType("Conv")
        .setName(name)
        .addAllInput(List.of(from, name + ".weight", name + ".bias"))
        .addOutput(name)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("kernel_shape")
                .setType(AttributeType.INTS)
                .addAllInts(List.of(1L, 1L)))
        .build();
  }

  private static ValueInfoProto film() {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int i = 0; i < 4; i++) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1));
    }
    ValueInfoProto.Builder film = ValueInfoProto.newBuilder().setName("film");
    film.getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.FLOAT.getNumber())
        .setShape(shape);
    return film.build();
  }
}
