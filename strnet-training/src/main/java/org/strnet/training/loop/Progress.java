package org.strnet.training.loop;

/** Told how far a run is; a progress bar on a terminal, plain lines elsewhere. */
public interface Progress {

  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String stage, int done, int total) {}

        @Override
        public void message(String line) {}
      };

  /**
   * Some work is done.
   *
   * @param stage what is being done
   * @param done units done
   * @param total units of the stage
   */
  void step(String stage, int done, int total);

  /** One line for the reader. */
  void message(String line);
}
