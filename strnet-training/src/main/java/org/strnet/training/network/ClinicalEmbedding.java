package org.strnet.training.network;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.Linear;
import org.strnet.training.layer.NamedTensor;

/**
 * Clinical variables, {@code [N,2K]} (K values, K presence flags), to {@code [N,32]}: Linear, GELU,
 * Linear.
 */
public final class ClinicalEmbedding {

  /** Width of the embedding. */
  public static final int WIDTH = 32;

  private final Linear first;
  private final Linear second;

  ClinicalEmbedding(int inputs) {
    first = new Linear("clinical.0", inputs, WIDTH);
    second = new Linear("clinical.1", WIDTH, WIDTH);
  }

  Tensor forward(Tensor clinical) {
    return second.forward(torch.gelu(first.forward(clinical)));
  }

  List<NamedTensor> tensors() {
    return Stream.of(first, second).flatMap(linear -> linear.tensors().stream()).toList();
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
