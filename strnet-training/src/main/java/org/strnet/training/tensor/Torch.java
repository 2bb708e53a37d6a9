package org.strnet.training.tensor;

import org.bytedeco.pytorch.global.torch;

/** LibTorch's settings that hold for the whole process. */
public final class Torch {

  private Torch() {}

  /**
   * Seeds LibTorch's generator, from which initial weights, dropout and dropped clinical variables
   * are drawn.
   */
  public static void seed(long seed) {
    torch.manual_seed(seed);
  }

  /** Threads inside one operation. */
  public static int threads() {
    return torch.get_num_threads();
  }

  /**
   * Sets the number of threads inside one operation.
   *
   * @param threads at least 1
   */
  public static void threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread, found " + threads);
    }
    torch.set_num_threads(threads);
  }
}
