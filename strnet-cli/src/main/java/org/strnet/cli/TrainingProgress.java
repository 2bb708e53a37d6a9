package org.strnet.cli;

import java.io.PrintWriter;
import java.util.Optional;

/** Shows a run's stages one after the other: a bar on a terminal, plain lines elsewhere. */
final class TrainingProgress implements org.strnet.training.loop.Progress, AutoCloseable {

  private final Terminal terminal = Terminal.current();
  private final PrintWriter err;
  private Optional<Progress> shown = Optional.empty();
  private String stage = "";

  TrainingProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void step(String of, int done, int total) {
    if (!of.equals(stage)) {
      close();
      stage = of;
      shown =
          Optional.of(
              Progress.of(terminal, err, of, of.startsWith("epoch") ? "batches" : "films", total));
    }
    shown.ifPresent(Progress::step);
    if (done == total) {
      close();
    }
  }

  @Override
  public synchronized void message(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public synchronized void close() {
    shown.ifPresent(Progress::close);
    shown = Optional.empty();
    stage = "";
  }
}
