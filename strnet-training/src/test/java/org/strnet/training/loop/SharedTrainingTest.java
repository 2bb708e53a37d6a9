package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerProcesses;

class SharedTrainingTest {

  @TempDir Path folder;

  private List<WorkerProcesses.Ended> run(String mode) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve(mode + "-0"));
    return new WorkerProcesses(SharedTrainingExercise.class, folder, 2)
        .run(folder.toString(), mode);
  }

  private List<EpochRecord> log(String name) {
    return EpochLog.resumed(folder.resolve(name), 3).records();
  }

  @Test
  void two_workers_end_with_one_network_and_the_first_epoch_of_one_process() throws Exception {
    List<WorkerProcesses.Ended> ended = run("ends");
    Files.createDirectories(folder.resolve("alone"));
    SharedTrainingExercise.fit(
        0, folder.resolve("alone"), Progress.SILENT, WorkerGroup.alone(), false);

    List<String> first = weights(ended.get(0));
    assertThat(first).as(ended.get(0).text()).hasSizeGreaterThan(200);
    assertThat(weights(ended.get(1))).isEqualTo(first);
    assertThat(folder.resolve("ends-1")).as("only worker 0 writes").doesNotExist();
    EpochRecord shared = log("ends-0").get(0);
    EpochRecord alone = log("alone").get(0);
    assertThat(shared.trainingLoss()).isEqualTo(alone.trainingLoss(), within(0.01));
    assertThat(shared.validationLoss().getAsDouble())
        .isEqualTo(alone.validationLoss().getAsDouble(), within(0.01));
  }

  private static List<String> weights(WorkerProcesses.Ended worker) {
    return worker.text().lines().filter(line -> line.matches("[a-z_.0-9]+ -?\\d+")).toList();
  }

  @Test
  void a_lost_worker_leaves_a_checkpoint_from_which_one_process_goes_on() throws Exception {
    List<WorkerProcesses.Ended> ended = run("dies");
    assertThat(ended.get(1).exitCode()).isEqualTo(9);
    assertThat(ended.get(0).exitCode()).as(ended.get(0).text()).isZero();
    assertThat(ended.get(0).text()).contains("WorkerLostException: a worker was lost");
    assertThat(log("dies-0")).hasSize(1);
    EpochRecord before = log("dies-0").get(0);

    SharedTrainingExercise.fit(
        0, folder.resolve("dies-0"), Progress.SILENT, WorkerGroup.alone(), true);

    assertThat(log("dies-0")).hasSize(3);
    assertThat(log("dies-0").get(0)).isEqualTo(before);
  }

  @Test
  void workers_of_different_settings_are_refused_by_the_line_that_differs() throws Exception {
    List<WorkerProcesses.Ended> ended = run("differs");
    assertThat(ended.get(0).text()).contains("another worker was given other settings");
    assertThat(ended.get(1).text()).contains("expected 'seed: 0', found 'seed: 1'");
    assertThat(folder.resolve("differs-0")).isEmptyDirectory();
  }
}
