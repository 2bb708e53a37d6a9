package org.strnet.training.tensor;

import org.bytedeco.pytorch.GradMode;

/** While open, the thread's tensor operations are not recorded for gradients. */
public final class GradientMode implements AutoCloseable {

  private final boolean before;

  private GradientMode(boolean recorded) {
    before = GradMode.is_enabled();
    GradMode.set_enabled(recorded);
  }

  /** Records nothing until closed: evaluation, frozen layers, weight updates. */
  public static GradientMode off() {
    return new GradientMode(false);
  }

  /** Restores what was before. */
  @Override
  public void close() {
    GradMode.set_enabled(before);
  }
}
