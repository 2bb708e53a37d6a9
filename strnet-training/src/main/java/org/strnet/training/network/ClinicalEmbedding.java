package org.strnet.training.network;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.Linear;
import org.strnet.training.layer.NamedTensor;

/**
 * Clinical variables, {@code [N,2K]} (K values, K presence flags), to {@code [N,32]}: Linear, GELU,
 * Linear. In training, variables are dropped so that the network learns to work with any subset.
 */
public final class ClinicalEmbedding {

  /** Width of the embedding. */
  public static final int WIDTH = 32;

  private final int inputs;
  private final double dropout;
  private final Linear first;
  private final Linear second;

  ClinicalEmbedding(int inputs, double dropout) {
    this.inputs = inputs;
    this.dropout = dropout;
    first = new Linear("clinical.0", inputs, WIDTH);
    second = new Linear("clinical.1", WIDTH, WIDTH);
  }

  Tensor forward(Tensor clinical, boolean training) {
    Tensor known = training && dropout > 0 ? dropped(clinical) : clinical;
    return second.forward(torch.gelu(first.forward(known)));
  }

  /** Value and flag of a dropped variable become 0, which is what an unknown one looks like. */
  Tensor dropped(Tensor clinical) {
    long films = clinical.size(0);
    Tensor film = torch.bernoulli(torch.ones(films, 1), 1 - dropout);
    Tensor variable = torch.bernoulli(torch.ones(films, inputs / 2), 1 - dropout);
    Tensor kept = film.mul(variable);
    return clinical.mul(torch.cat(new TensorVector(kept, kept), 1));
  }

  List<NamedTensor> tensors() {
    return Stream.of(first, second).flatMap(linear -> linear.tensors().stream()).toList();
  }

  /** Length of the input, {@code 2 K}. */
  public int inputs() {
    return inputs;
  }

  /** The layer before GELU. */
  public Linear first() {
    return first;
  }

  /** The layer after GELU. */
  public Linear second() {
    return second;
  }
}
