package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;
import org.strnet.training.tensor.TensorScope;

class NativeMemoryTest {

  private static final int BATCHES = 100;

  /**
   * Far below what a leak would show: the activations of one batch of four take more than 10 MB, so
   * 100 leaked batches take a gigabyte.
   */
  private static final long MARGIN_BYTES = 64L << 20;

  @Test
  void memory_does_not_grow_over_a_hundred_batches() {
    StrNet network = StrNet.create(TinyNetwork.settings(), 1);
    network.train(true);
    TensorVector parameters = new TensorVector();
    for (ParameterGroup group : network.parameterGroups()) {
      for (Tensor tensor : group.tensors()) {
        parameters.push_back(tensor);
      }
    }
    try (AdamW optimiser = new AdamW(parameters, new AdamWOptions(1e-4))) {
      run(network, optimiser, 20);
      long before = Pointer.physicalBytes();
      long tensors = Pointer.totalCount();
      run(network, optimiser, BATCHES);
      assertThat(Pointer.physicalBytes() - before).isLessThan(MARGIN_BYTES);
      assertThat(Pointer.totalCount() - tensors).isLessThan(BATCHES);
    }
  }

  private static void run(StrNet network, AdamW optimiser, int batches) {
    for (int i = 0; i < batches; i++) {
      try (TensorScope scope = TensorScope.open()) {
        optimiser.zero_grad();
        HeadTensors heads = network.forward(TinyNetwork.films(4, i), TinyNetwork.noClinical(4));
        TinyNetwork.losses().of(heads, TinyNetwork.tScoresOnly(-2, 1, 0, -1)).total().backward();
        optimiser.step();
      }
    }
  }
}
