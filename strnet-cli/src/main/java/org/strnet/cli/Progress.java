package org.strnet.cli;

import java.io.PrintWriter;

/** How far long work has come. */
interface Progress extends AutoCloseable {

  /** One step more is done; may be called from any thread. */
  void step();

  @Override
  void close();

  /**
   * A bar on a terminal that shows nothing else, plain lines on anything that is no terminal, and
   * nothing where the results themselves run over the screen.
   *
   * @param err standard error
   * @param task what is done, e.g. {@code screening}
   * @param unit what is counted, e.g. {@code films}
   * @param total how many steps there are
   */
  static Progress of(Terminal terminal, PrintWriter err, String task, String unit, long total) {
    if (total < 2 || (terminal.err() && terminal.out())) {
      return new Silent();
    }
    return terminal.err()
        ? new ProgressBarDisplay(task, unit, total)
        : new ProgressLines(err, task, unit, total);
  }

  /** Shows nothing. */
  final class Silent implements Progress {

    @Override
    public void step() {}

    @Override
    public void close() {}
  }
}
