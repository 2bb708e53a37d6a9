package org.strnet.training.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.layer.Linear;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.Tensors;

/**
 * A regression per task, {@code [N,A] -> [N,3]}, one column per {@link Task}, that is added to the
 * heads. It is fitted before training and then held (an offset, McCullagh and Nelder 1989, section
 * 2.2), so that the network learns what it adds to it. Until it is fitted it adds 0.
 */
public final class HeldRegression {

  private final Linear linear;

  HeldRegression(String name, int inputs) {
    linear = new Linear(name, inputs, Task.values().length);
    linear.clear();
    linear.weight().set_requires_grad(false);
    linear.bias().set_requires_grad(false);
  }

  /**
   * Sets one head's regression.
   *
   * @param task the head
   * @param coefficients intercept, then one per input; logits, or standard deviations of the
   *     training films' T-scores
   */
  public void set(Task task, double[] coefficients) {
    float[] weight = Tensors.toArray(linear.weight());
    float[] bias = Tensors.toArray(linear.bias());
    int inputs = weight.length / bias.length;
    if (coefficients.length != inputs + 1) {
      throw new IllegalArgumentException(
          "an intercept and %d coefficients, found %d".formatted(inputs, coefficients.length));
    }
    bias[task.column()] = (float) coefficients[0];
    for (int i = 0; i < inputs; i++) {
      weight[task.column() * inputs + i] = (float) coefficients[i + 1];
    }
    Tensors.assign(linear.weight(), weight);
    Tensors.assign(linear.bias(), bias);
  }

  Tensor forward(Tensor input) {
    return linear.forward(input);
  }

  /** As statistics: kept and saved, never moved by the optimiser. */
  List<NamedTensor> tensors() {
    return linear.tensors().stream()
        .map(named -> new NamedTensor(named.name(), named.tensor(), NamedTensor.Role.STATISTIC))
        .toList();
  }

  /** The regressions, one row per task in {@link Task}'s order. */
  public Linear linear() {
    return linear;
  }
}
