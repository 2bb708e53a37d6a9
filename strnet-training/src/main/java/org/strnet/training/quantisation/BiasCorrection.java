package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * Takes out of each convolution what rounding adds to a channel on average. A few weights of a
 * channel round all to one side, and its values are then off by the same everywhere; behind fifty
 * layers these shifts have moved the logit, not merely spread it. Each bias is moved by the
 * difference of the channel's means in the float and in the 8-bit network, one convolution after
 * the other, so that a later one sees what the earlier ones give once corrected.
 *
 * <p>Method: Nagel et al. 2019 (arXiv 1906.04721), empirical bias correction, before the
 * activation.
 */
final class BiasCorrection {

  private final BackboneGraph backbone;
  private final Map<String, ChannelMeans> expected;
  private final FilmRuns films;

  /**
   * @param backbone of the float network
   * @param expected means of the float network's convolutions that run in 8 bits
   */
  BiasCorrection(BackboneGraph backbone, Map<String, ChannelMeans> expected, FilmRuns films) {
    this.backbone = backbone;
    this.expected = Map.copyOf(expected);
    this.films = films;
  }

  /** The 8-bit network with its biases moved. */
  ModelProto corrected(ModelProto rounded) {
    ModelProto model = rounded;
    for (NodeProto convolution : backbone.convolutions()) {
      String value = convolution.getOutput(0);
      String bias = convolution.getInput(2);
      ChannelMeans found = new ChannelMeans(Math.toIntExact(backbone.shape(bias).get(0)));
      String unrounded = GraphQuantiser.unrounded(backbone.roundedTo(value));
      films.run(
          PartialModel.of(model, List.of(unrounded)).toByteArray(),
          (name, values) -> found.add(values));
      model = moved(model, bias, expected.get(value), found);
    }
    return model;
  }

  private static ModelProto moved(
      ModelProto model, String bias, ChannelMeans expected, ChannelMeans found) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    int at = index(graph, GraphQuantiser.integers(bias));
    TensorProto before = graph.getInitializer(at);
    var steps = numbers(before).asIntBuffer();
    var scales =
        numbers(graph.getInitializer(index(graph, GraphQuantiser.scale(bias)))).asFloatBuffer();
    int[] after = new int[steps.remaining()];
    for (int channel = 0; channel < after.length; channel++) {
      double difference = expected.of(channel) - found.of(channel);
      after[channel] = (int) Math.rint(steps.get(channel) + difference / scales.get(channel));
    }
    graph.setInitializer(at, Constants.ints(before.getName(), before.getDimsList(), after));
    return model.toBuilder().setGraph(graph).build();
  }

  private static ByteBuffer numbers(TensorProto constant) {
    return constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int index(GraphProto.Builder graph, String constant) {
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      if (graph.getInitializer(i).getName().equals(constant)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the network has no constant " + constant);
  }
}
