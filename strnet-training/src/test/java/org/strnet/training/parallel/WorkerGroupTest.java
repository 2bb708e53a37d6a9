package org.strnet.training.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

class WorkerGroupTest {

  @TempDir Path folder;

  @Test
  void two_processes_exchange_sums_bytes_and_gradients() throws Exception {
    List<WorkerProcesses.Ended> ended =
        new WorkerProcesses(GroupExercise.class, folder, 2).run("exchange");
    for (WorkerProcesses.Ended worker : ended) {
      assertThat(worker.exitCode()).as(worker.text()).isZero();
      assertThat(worker.text())
          .contains("sum [3.0, 30.0]")
          .contains("number 0.3000")
          .contains("bytes rank 0")
          .contains("none 0")
          .contains("first says true")
          .contains("second says false");
      // y = 2 (1 + 2) = 6; each worker's loss is r y^2, so dL/dy = 2 y (1 + 2) = 36, dy/dx = 2.
      assertThat(worker.text().lines().filter("gradient [72.0]"::equals)).hasSize(20);
    }
  }

  @Test
  void a_worker_that_dies_ends_the_others_exchange_even_within_backward() throws Exception {
    List<WorkerProcesses.Ended> ended =
        new WorkerProcesses(GroupExercise.class, folder, 2).run("lose");
    assertThat(ended.get(1).exitCode()).isEqualTo(7);
    assertThat(ended.get(0).exitCode()).as(ended.get(0).text()).isZero();
    assertThat(ended.get(0).text().lines().filter(line -> line.contains("lost: ")))
        .hasSize(2)
        .allMatch(line -> line.matches("(still )?lost: a worker was lost: [^/]*closed by peer.*"));
  }

  @Test
  void a_worker_that_waits_for_another_in_vain_says_so() throws Exception {
    Path store = Files.createTempDirectory(folder, "alone").resolve("store");
    assertThatThrownBy(
            () -> GlooGroup.onOneMachine(new WorkerRank(0, 2), store, Duration.ofSeconds(1)))
        .isInstanceOf(WorkerLostException.class)
        .hasMessageContaining("did not find each other");
  }

  @Test
  void a_process_alone_changes_nothing() {
    WorkerGroup alone = WorkerGroup.alone();
    try (TensorScope scope = TensorScope.open()) {
      Tensor values = Tensors.of(new float[] {0.1f}, 1);
      alone.sum(values);
      assertThat(Tensors.toArray(values)).containsExactly(0.1f);
      assertThat(alone.sumWithGradient(values)).isSameAs(values);
      assertThat(alone.sum(0.1)).isEqualTo(0.1);
      assertThat(alone.isFirst() && alone.isAlone()).isTrue();
    }
  }

  @Test
  void shares_of_a_batch_leave_out_no_film_and_take_none_twice() {
    assertThat(new WorkerRank(0, 3).of(8)).isEqualTo(new BatchShare(0, 2, 8));
    assertThat(new WorkerRank(1, 3).of(8)).isEqualTo(new BatchShare(2, 3, 8));
    assertThat(new WorkerRank(2, 3).of(8)).isEqualTo(new BatchShare(5, 3, 8));
    assertThatThrownBy(() -> new WorkerRank(0, 3).of(2)).hasMessageContaining("films of its batch");
    assertThatThrownBy(() -> new WorkerRank(2, 2)).hasMessageContaining("rank 2 of 2");
  }
}
