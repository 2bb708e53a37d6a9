package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.dataset.Cohort;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;

/**
 * A first stage on other films of the same anatomy, with targets of their own (Kellgren-Lawrence
 * grade, say) and the same loop; the next stage takes its backbone, neck and routing.
 *
 * @param configuration of the stage
 * @param folder receives log, checkpoints and {@code weights.safetensors}
 * @param resume whether to go on from what the folder holds; a finished stage is not run again
 * @param progress told batch by batch
 */
public record Pretraining(
    TrainingConfiguration configuration, Path folder, boolean resume, Progress progress) {

  /**
   * Runs the stage.
   *
   * @return the file of the fitted weights
   */
  public Path run(Cohort cohort, KneeSet knees, InitialWeights weights) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    if (resume && Files.exists(file)) {
      return file;
    }
    Files.createDirectories(folder);
    new FinalFit(configuration, folder, resume, progress)
        .fit(cohort, knees, weights, false)
        .save(file);
    return file;
  }
}
