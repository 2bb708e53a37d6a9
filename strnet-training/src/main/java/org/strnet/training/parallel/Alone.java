package org.strnet.training.parallel;

import org.bytedeco.pytorch.Tensor;

/** No others: nothing is sent, and nothing is computed that a single process would not. */
enum Alone implements WorkerGroup {
  /** The process. */
  PROCESS;

  private static final WorkerRank RANK = new WorkerRank(0, 1);

  @Override
  public WorkerRank rank() {
    return RANK;
  }

  @Override
  public void sum(Tensor values) {}

  @Override
  public void takeFromFirst(Tensor values) {}

  @Override
  public Tensor sumWithGradient(Tensor part) {
    return part;
  }

  @Override
  public void backward(Tensor loss) {
    loss.backward();
  }

  @Override
  public void close() {}
}
