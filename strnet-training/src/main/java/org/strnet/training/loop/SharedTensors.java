package org.strnet.training.loop;

import java.util.List;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.StrNet;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** Exchanges many tensors at once: one message costs less than a hundred. */
final class SharedTensors {

  private SharedTensors() {}

  /**
   * Replaces the parameters' gradients by their sums over all workers.
   *
   * @param parameters the same ones in the same order in every worker
   */
  static void sumGradients(List<Tensor> parameters, WorkerGroup workers) {
    exchange(
        parameters.stream().map(Tensor::grad).filter(Tensor::defined).toList(),
        workers,
        WorkerGroup::sum);
  }

  /** Gives a network the weights and statistics of rank 0's. */
  static void takeFromFirst(StrNet network, WorkerGroup workers) {
    exchange(
        network.tensors().stream().map(NamedTensor::tensor).toList(),
        workers,
        WorkerGroup::takeFromFirst);
  }

  private static void exchange(
      List<Tensor> tensors, WorkerGroup workers, BiConsumer<WorkerGroup, Tensor> operation) {
    if (workers.isAlone()) {
      return;
    }
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      List<Tensor> flat = tensors.stream().map(tensor -> tensor.reshape(-1)).toList();
      Tensor all = torch.cat(Tensors.vector(flat), 0);
      operation.accept(workers, all);
      long from = 0;
      for (Tensor tensor : tensors) {
        long count = tensor.numel();
        tensor.copy_(all.narrow(0, from, count).reshape(Tensors.shape(tensor)));
        from += count;
      }
    }
  }
}
