package org.strnet.training.parallel;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.tensor.TensorScope;

/**
 * The workers of one fit, seen from one of them. Every worker must call the same methods in the
 * same order, with tensors of the same shapes; each method waits for all.
 *
 * <p>All methods that speak with others throw {@link WorkerLostException} when one does not answer;
 * the group is then of no more use. Not safe for use by several threads at once.
 */
public sealed interface WorkerGroup extends AutoCloseable permits Alone, GlooGroup {

  /** A process that fits by itself: all sums are its own values. */
  static WorkerGroup alone() {
    return Alone.PROCESS;
  }

  /** Which worker this is. */
  WorkerRank rank();

  /** Replaces a tensor's values, contiguous in memory, by their sum over all workers. */
  void sum(Tensor values);

  /** Replaces a tensor's values, contiguous in memory, by those of rank 0. */
  void takeFromFirst(Tensor values);

  /**
   * The sum over all workers, whose gradient is the sum of all workers' gradients.
   *
   * @param part this worker's part, recorded for gradients
   */
  Tensor sumWithGradient(Tensor part);

  /** Gradients of this worker's part of the loss, a scalar. */
  void backward(Tensor loss);

  /** Leaves the group. */
  @Override
  void close();

  /** Whether this worker writes files: rank 0. */
  default boolean isFirst() {
    return rank().rank() == 0;
  }

  /** Whether there are no others. */
  default boolean isAlone() {
    return rank().workers() == 1;
  }

  /** The sum of a number over all workers, in double precision. */
  default double sum(double value) {
    if (isAlone()) {
      return value;
    }
    try (TensorScope scope = TensorScope.open()) {
      TensorOptions options = new TensorOptions(torch.ScalarType.Double);
      Tensor total = torch.full(new long[] {1}, new Scalar(value), options);
      sum(total);
      return total.item_double();
    }
  }

  /** Whether rank 0 says so. */
  default boolean firstSays(boolean own) {
    return sum(isFirst() && own ? 1.0 : 0.0) > 0;
  }

  /** Rank 0's bytes; the others' are not looked at. */
  default byte[] fromFirst(byte[] own) {
    if (isAlone()) {
      return own;
    }
    int length = (int) sum(isFirst() ? (double) own.length : 0.0);
    byte[] bytes = isFirst() ? own.clone() : new byte[length];
    if (length == 0) {
      return bytes;
    }
    try (TensorScope scope = TensorScope.open()) {
      Tensor tensor = torch.zeros(new long[] {length}, new TensorOptions(torch.ScalarType.Byte));
      BytePointer data = new BytePointer(tensor.data_ptr());
      data.put(bytes);
      takeFromFirst(tensor);
      data.get(bytes);
      return bytes;
    }
  }
}
