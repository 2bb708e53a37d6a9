package org.strnet.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

class PhantomCohortTest {

  @TempDir Path folder;

  @Test
  void a_written_cohort_reads_back_as_it_was_drawn() throws IOException {
    PhantomCohort phantoms = PhantomCohort.of(3, 77);
    Set<Integer> told = new ConcurrentSkipListSet<>();
    Cohort cohort = Cohort.read(phantoms.write(folder, told::add));
    assertThat(told).containsExactly(0, 1, 2);
    assertThat(cohort.size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      PhantomFilm film = phantoms.film(i);
      CohortFilm row = cohort.films().get(i);
      assertThat(row.number("t_score")).hasValue(film.patient().tScore());
      assertThat(row.value("framing")).isEqualTo(film.framing().code());
      assertThat(Targets.BONE.labels(row).boneLoss())
          .hasValue(film.patient().tScore() < -1 ? 1 : 0);
      assertThat(row.number("cx").orElseThrow())
          .isCloseTo(film.knees().get(0).cx(), within(0.00001));
      assertThat(row.value("fibula_side"))
          .isEqualTo(film.knees().get(0).fibulaSide().name().toLowerCase(Locale.ROOT));
      Radiograph read = new RadiographReader().read(folder.resolve(row.image()));
      assertThat(read.samples()).isEqualTo(film.radiograph().samples());
    }
  }

  @Test
  void the_number_of_threads_changes_no_byte() throws Exception {
    PhantomCohort phantoms = new PhantomCohort(3, 78, 16, 0.2, 0.2);
    Path one = folder.resolve("one");
    Path many = folder.resolve("many");
    writeOn(1, phantoms, one);
    writeOn(3, phantoms, many);
    for (String name :
        new String[] {
          PhantomCohort.COHORT_FILE, "images/p0000.png", "images/p0001.png", "images/p0002.png"
        }) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(many.resolve(name));
    }
  }

  private static void writeOn(int threads, PhantomCohort phantoms, Path folder) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> phantoms.write(folder, number -> {})).get();
    } finally {
      pool.shutdown();
    }
    assertThat(Files.exists(folder.resolve(PhantomCohort.COHORT_FILE))).isTrue();
  }

  @Test
  void splits_have_the_stated_shares() {
    PhantomCohort phantoms = PhantomCohort.of(600, 1);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 600; i++) {
      counts.merge(phantoms.split(i), 1, Integer::sum);
    }
    assertThat(counts).isEqualTo(Map.of("train", 300, "validation", 100, "test", 200));
  }

  @Test
  void shares_that_leave_nothing_to_train_are_refused() {
    assertThatThrownBy(() -> new PhantomCohort(10, 1, 8, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave some to train, found 0.5, 0.5");
    assertThatThrownBy(() -> new PhantomCohort(10, 1, 12, 0.1, 0.1))
        .hasMessageContaining("8 or 16 bits, found 10, 12");
  }
}
