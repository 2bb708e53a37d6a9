package org.strnet.training.tensor;

import org.bytedeco.pytorch.global.torch;

/** The number format of the backbone's arithmetic. Heads and losses are always in float32. */
public enum Precision {
  /** 32 bits throughout. */
  FLOAT32,
  /**
   * Convolutions in bfloat16 (8 bits of mantissa), weights and statistics in float32: half the
   * memory traffic.
   */
  BFLOAT16;

  /** While open, the thread's convolutions run in this precision. */
  public Autocast autocast() {
    return new Autocast(this == BFLOAT16);
  }

  /** LibTorch's automatic casting, for the thread, until closed. */
  public static final class Autocast implements AutoCloseable {

    private final boolean before;
    private final boolean on;

    private Autocast(boolean on) {
      this.on = on;
      before = torch.is_autocast_enabled(torch.DeviceType.CPU);
      if (on) {
        torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
      }
      torch.set_autocast_enabled(torch.DeviceType.CPU, on);
    }

    /** Restores what was before and drops the cached casts, which are stale after a step. */
    @Override
    public void close() {
      if (on) {
        torch.clear_cache();
      }
      torch.set_autocast_enabled(torch.DeviceType.CPU, before);
    }
  }
}
