package org.strnet.training.export;

import java.util.function.UnaryOperator;
import org.strnet.training.layer.LayerNorm;
import org.strnet.training.layer.Linear;
import org.strnet.training.tensor.Tensors;

/**
 * The layers between pooled features and heads as ONNX operators, each with its derivative beside
 * it. Values are {@code [N,A]}; a gradient may be {@code [1,A]} where it is the same for all films.
 */
final class HeadNodes {

  private static final float ROOT_HALF = (float) Math.sqrt(0.5);
  private static final float ONE_OVER_ROOT_TWO_PI = (float) (1 / Math.sqrt(2 * Math.PI));

  private HeadNodes() {}

  /** {@code y = x W^T + b}; {@code dx = dy W}, with {@code W [out,in]}. */
  static Differentiable linear(GraphValue x, Linear layer) {
    OnnxGraph graph = x.graph();
    graph.section(layer.name());
    GraphValue w =
        graph.constant("weight", Tensors.toArray(layer.weight()), Tensors.shape(layer.weight()));
    GraphValue b =
        graph.constant("bias", Tensors.toArray(layer.bias()), Tensors.shape(layer.bias()));
    GraphValue y = x.affine(w, b);
    return backward(layer.name(), y, dy -> dy.matrixTimes(w));
  }

  /**
   * Layer norm (Ba et al. 2016, arXiv 1607.06450): {@code n = (x - mean(x)) / s} with {@code s =
   * sqrt(var(x) + eps)}, {@code y = gamma n + beta}; {@code dn = gamma dy}, {@code dx = (dn -
   * mean(dn) - n mean(n dn)) / s}.
   */
  static Differentiable layerNorm(GraphValue x, LayerNorm layer) {
    OnnxGraph graph = x.graph();
    graph.section(layer.name());
    long width = layer.weight().numel();
    GraphValue gamma = graph.constant("weight", Tensors.toArray(layer.weight()), width);
    GraphValue beta = graph.constant("bias", Tensors.toArray(layer.bias()), width);
    GraphValue centred = x.minus(x.mean());
    GraphValue s = centred.times(centred).mean().plus((float) LayerNorm.EPSILON).squareRoot();
    GraphValue n = centred.over(s);
    GraphValue y = gamma.times(n).plus(beta);
    return backward(
        layer.name(),
        y,
        dy -> {
          GraphValue dn = gamma.times(dy);
          return dn.minus(dn.mean()).minus(n.times(n.times(dn).mean())).over(s);
        });
  }

  /**
   * GELU (Hendrycks and Gimpel 2016, arXiv 1606.08415), exact: {@code y = x P(x)} with the normal
   * distribution's {@code P(x) = (1 + erf(x / sqrt 2)) / 2}; {@code dx = dy (P(x) + x p(x))} with
   * its density {@code p(x) = exp(-x^2 / 2) / sqrt(2 pi)}.
   */
  static Differentiable gelu(GraphValue x) {
    GraphValue probability = x.times(ROOT_HALF).errorFunction().plus(1).times(0.5f);
    GraphValue y = x.times(probability);
    return new Differentiable(
        y,
        dy -> {
          GraphValue density = x.times(x).times(-0.5f).exponential().times(ONE_OVER_ROOT_TWO_PI);
          return dy.times(probability.plus(x.times(density)));
        });
  }

  /** {@code y = softmax(x)}; {@code dx = y (dy - sum(y dy))}. */
  static Differentiable softmax(GraphValue x) {
    GraphValue y = x.softmax();
    return new Differentiable(y, dy -> y.times(dy.minus(y.times(dy).sum())));
  }

  /** {@code y = 1 / (1 + exp(-x))}; {@code dx = dy y (1 - y)}. */
  static Differentiable sigmoid(GraphValue x) {
    GraphValue y = x.sigmoid();
    return new Differentiable(y, dy -> dy.times(y.minus(y.times(y))));
  }

  /** Writes a layer's derivative into a section of its own. */
  private static Differentiable backward(
      String name, GraphValue y, UnaryOperator<GraphValue> gradient) {
    return new Differentiable(
        y,
        dy -> {
          y.graph().section(name + ".backward");
          return gradient.apply(dy);
        });
  }
}
