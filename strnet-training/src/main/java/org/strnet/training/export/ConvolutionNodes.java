package org.strnet.training.export;

import static org.strnet.training.export.OnnxAttribute.integer;
import static org.strnet.training.export.OnnxAttribute.integers;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.export.FoldedConvolution.Normalisation;
import org.strnet.training.layer.Activation;
import org.strnet.training.layer.BasicBlock;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.ConvolutionShape;
import org.strnet.training.layer.InvertedResidual;
import org.strnet.training.layer.Layer;
import org.strnet.training.layer.MaxPool;
import org.strnet.training.layer.Stage;
import org.strnet.training.network.Backbone;
import org.strnet.training.tensor.Tensors;

/** Convolutional layers in evaluation as ONNX operators; values are {@code [N,C,h,w]}. */
public final class ConvolutionNodes {

  private ConvolutionNodes() {}

  /** A whole backbone: {@code [N,1,S,S]} to the feature map of every stage, the last one last. */
  public static List<GraphValue> backbone(GraphValue film, Backbone backbone) {
    List<GraphValue> maps = new ArrayList<>();
    GraphValue x = film;
    for (Stage stage : backbone.stages()) {
      for (Layer layer : stage.layers()) {
        x = layer(x, layer);
      }
      maps.add(x);
    }
    return maps;
  }

  /** Any layer of a backbone. */
  public static GraphValue layer(GraphValue x, Layer layer) {
    if (layer instanceof ConvolutionNorm convolution) {
      return convolution(x, convolution);
    } else if (layer instanceof InvertedResidual block) {
      return invertedResidual(x, block);
    } else if (layer instanceof BasicBlock block) {
      return basicBlock(x, block);
    } else if (layer instanceof MaxPool) {
      return x.maxPool(MaxPool.KERNEL, MaxPool.STRIDE, MaxPool.PADDING);
    }
    throw new IllegalArgumentException("no ONNX operators are known for " + layer.getClass());
  }

  /** {@code act(W x + b)}, the batch normalisation folded in. */
  public static GraphValue convolution(GraphValue x, ConvolutionNorm layer) {
    x.graph().section(layer.name());
    return activation(convolution(x, folded(layer), layer.shape()), layer.activation());
  }

  /**
   * A 1 x 1 convolution with bias.
   *
   * @param name of the layer, unique in its network
   * @param weight {@code [out,in,1,1]}
   * @param bias {@code [out]}
   */
  public static GraphValue pointwise(GraphValue x, String name, Tensor weight, Tensor bias) {
    x.graph().section(name);
    ConvolutionShape shape =
        ConvolutionShape.dense((int) weight.size(1), (int) weight.size(0), 1, 1);
    FoldedConvolution convolution =
        new FoldedConvolution(Tensors.toArray(weight), Tensors.toArray(bias));
    return convolution(x, convolution, shape);
  }

  private static GraphValue invertedResidual(GraphValue input, InvertedResidual block) {
    GraphValue x = input;
    for (ConvolutionNorm convolution : block.convolutions()) {
      x = convolution(x, convolution);
    }
    return block.shortcut() ? x.plus(input) : x;
  }

  private static GraphValue basicBlock(GraphValue input, BasicBlock block) {
    GraphValue x = convolution(convolution(input, block.first()), block.second());
    GraphValue shortcut =
        block.projection().map(projection -> convolution(input, projection)).orElse(input);
    return x.plus(shortcut).relu();
  }

  private static GraphValue convolution(
      GraphValue x, FoldedConvolution folded, ConvolutionShape shape) {
    OnnxGraph graph = x.graph();
    int kernel = shape.kernel();
    int padding = shape.padding();
    GraphValue weight =
        graph.constant(
            "weight",
            folded.weight(),
            shape.outputs(),
            shape.inputs() / shape.groups(),
            kernel,
            kernel);
    GraphValue bias = graph.constant("bias", folded.bias(), shape.outputs());
    AttributeProto[] attributes = {
      integer("group", shape.groups()),
      integers("kernel_shape", kernel, kernel),
      integers("pads", padding, padding, padding, padding),
      integers("strides", shape.stride(), shape.stride())
    };
    return graph.apply("Conv", List.of(x, weight, bias), attributes);
  }

  private static FoldedConvolution folded(ConvolutionNorm layer) {
    Normalisation normalisation =
        new Normalisation(
            Tensors.toArray(layer.scale()),
            Tensors.toArray(layer.shift()),
            Tensors.toArray(layer.runningMean()),
            Tensors.toArray(layer.runningVariance()),
            ConvolutionNorm.EPSILON);
    return FoldedConvolution.of(Tensors.toArray(layer.weight()), normalisation);
  }

  private static GraphValue activation(GraphValue x, Activation activation) {
    return switch (activation) {
      case NONE -> x;
      case RELU -> x.relu();
      case RELU6 -> x.clip(0, 6);
    };
  }
}
