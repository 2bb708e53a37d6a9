package org.strnet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cohorts that lie beside the checkout, where someone has them. */
class SharedCohortsTest {

  @Test
  void the_knee_cohort_loads_without_contradictions() {
    Cohort cohort = Cohort.read(shared("knee-cohort/cohort.csv"));
    List<Labels> labels = Targets.BONE.labels(cohort.usable());
    assertThat(cohort.usable().size()).isEqualTo(265);
    assertThat(count(labels, 0)).isEqualTo(31);
    assertThat(count(labels, 1)).isEqualTo(223);
    assertThat(labels.stream().filter(label -> label.osteoporosis().isPresent())).hasSize(217);
    assertThat(Folds.ofColumn(cohort).count()).isEqualTo(5);
  }

  @Test
  void the_folder_labels_load_without_contradictions() {
    Cohort cohort = Cohort.read(shared("knee-cohort/folder-labels.csv"));
    List<Labels> labels = Targets.BONE.presentIn(cohort).labels(cohort);
    assertThat(count(labels, 0)).isEqualTo(129);
    assertThat(count(labels, 1)).isEqualTo(129);
  }

  @Test
  void the_graded_cohort_loads_without_contradictions() {
    Cohort cohort = Cohort.read(shared("osail-kl/cohort.csv"));
    assertThat(cohort.part(Split.TRAIN).size()).isEqualTo(1643);
    assertThat(cohort.part(Split.VALIDATION).size()).isEqualTo(237);
  }

  private static long count(List<Labels> labels, int boneLoss) {
    return labels.stream().filter(label -> label.boneLoss().orElse(-1) == boneLoss).count();
  }

  private static Path shared(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    Path file = root.resolveSibling("shared/data").resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data/" + name);
    return file;
  }
}
