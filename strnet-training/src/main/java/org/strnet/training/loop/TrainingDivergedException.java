package org.strnet.training.loop;

/** The loss or a gradient is no longer finite: training cannot go on with these settings. */
public final class TrainingDivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what is not finite, with its value
   * @param epoch counted from 0
   * @param step counted from 0 over the whole run
   */
  public TrainingDivergedException(String what, int epoch, int step) {
    super(
        "training diverged in epoch %d, step %d: %s; lower the learning rate, lengthen the warm-up or check the labels"
            .formatted(epoch + 1, step + 1, what));
  }
}
