package org.strnet.training.export;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A layer written into a graph, with its derivative: {@code y} from some {@code x}, and how the
 * gradient of the bone-loss logit with respect to {@code x}, called {@code dx}, follows from {@code
 * dy}. The derivative's operators are written only when asked for.
 *
 * @param y the layer's output
 * @param gradient writes {@code dx} from {@code dy}
 */
record Differentiable(GraphValue y, UnaryOperator<GraphValue> gradient) {

  /** {@code dx} from {@code dy}. */
  GraphValue backward(GraphValue dy) {
    return gradient.apply(dy);
  }

  /** This layer and then the next: the chain rule. */
  Differentiable then(Function<GraphValue, Differentiable> layer) {
    Differentiable next = layer.apply(y);
    return new Differentiable(next.y, dy -> backward(next.backward(dy)));
  }
}
