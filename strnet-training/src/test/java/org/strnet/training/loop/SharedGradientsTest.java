package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerProcesses;

class SharedGradientsTest {

  @TempDir Path folder;

  @Test
  void two_processes_give_the_gradients_of_one_with_twice_the_batch() throws Exception {
    Path result = folder.resolve("step");
    for (WorkerProcesses.Ended worker :
        new WorkerProcesses(SharedGradientsExercise.class, folder, 2).run(result.toString())) {
      assertThat(worker.exitCode()).as(worker.text()).isZero();
    }
    SharedGradientsExercise.Step alone = SharedGradientsExercise.step(WorkerGroup.alone());

    for (int rank = 0; rank < 2; rank++) {
      ByteBuffer found = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("step-" + rank)));
      assertThat(found.getDouble()).isEqualTo(alone.loss(), within(1e-5));
      double worst = 0;
      double error = 0;
      double size = 0;
      for (float[] expected : alone.tensors()) {
        for (float value : expected) {
          double difference = found.getFloat() - value;
          worst = Math.max(worst, Math.abs(difference));
          error += difference * difference;
          size += (double) value * value;
        }
      }
      assertThat(found.hasRemaining()).isFalse();
      assertThat(worst).as("largest difference").isLessThan(1e-5);
      assertThat(Math.sqrt(error / size)).as("difference by norm").isLessThan(1e-5);
    }
    assertThat(Files.readAllBytes(folder.resolve("step-0")))
        .isEqualTo(Files.readAllBytes(folder.resolve("step-1")));
  }
}
