package org.strnet.training.study;

import java.nio.file.Path;
import org.strnet.training.loop.Progress;
import org.strnet.training.parallel.WorkerGroup;

/**
 * Where and with whom a network is fitted.
 *
 * @param folder receives log and checkpoints
 * @param resume whether to go on from a checkpoint there
 * @param progress told batch by batch
 * @param workers that fit it together; rank 0 alone reads initial weights and writes files
 */
public record FitRun(Path folder, boolean resume, Progress progress, WorkerGroup workers) {

  /** A fit by this process. */
  public static FitRun alone(Path folder, boolean resume, Progress progress) {
    return new FitRun(folder, resume, progress, WorkerGroup.alone());
  }

  /** The same in another folder. */
  public FitRun in(Path other) {
    return new FitRun(other, resume, progress, workers);
  }
}
