package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.dataset.Cohort;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;

/**
 * A first stage on other films of the same anatomy, with targets of their own (Kellgren-Lawrence
 * grade, say) and the same loop; the next stage takes its backbone, neck and routing.
 *
 * @param configuration of the stage
 * @param run where and with whom; the folder receives log, checkpoints and {@code
 *     weights.safetensors}, and a stage that it holds finished is not run again on resuming
 */
public record Pretraining(TrainingConfiguration configuration, FitRun run) {

  /**
   * Runs the stage.
   *
   * @return the file of the fitted weights, which rank 0 has written
   */
  public Path run(Cohort cohort, KneeSet knees, InitialWeights weights) throws IOException {
    Path file = run.folder().resolve("weights.safetensors");
    FinalFit stage = new FinalFit(configuration, run);
    if (run.workers().firstSays(run.resume() && Files.exists(file))) {
      return file;
    }
    if (run.workers().isFirst()) {
      Files.createDirectories(run.folder());
      stage.fit(cohort, knees, weights, false).save(file);
    } else {
      stage.join(cohort, knees, weights, false);
    }
    return file;
  }
}
