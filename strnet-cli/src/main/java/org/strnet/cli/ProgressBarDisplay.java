package org.strnet.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on standard error. Its library is loaded only when a bar is shown. */
final class ProgressBarDisplay implements Progress {

  private final ProgressBar bar;

  ProgressBarDisplay(String task, String unit, long total) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" " + unit, 1)
            .setInitialMax(total)
            .showSpeed()
            .build();
  }

  @Override
  public void step() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
