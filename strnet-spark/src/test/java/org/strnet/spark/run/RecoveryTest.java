package org.strnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.spark.PhantomArchive;

/** Runs that go on where another one ended badly, against one that was not disturbed. */
@Tag("slow")
class RecoveryTest {

  @TempDir private static Path shared;
  @TempDir private Path temporary;
  private static Path films;
  private static ArchiveTrial undisturbed;

  @BeforeAll
  static void undisturbed() throws IOException {
    films = PhantomArchive.write(shared.resolve("films"));
    undisturbed = new ArchiveTrial(shared.resolve("undisturbed"));
    undisturbed.run(films);
  }

  @AfterEach
  void nothing_of_the_run_is_left() {
    assertThat(temporary.resolve("out/_work")).doesNotExist();
  }

  @Test
  void a_batch_that_was_not_committed_is_done_again() throws IOException {
    ArchiveTrial trial = trial().batch(4);
    trial.run(films);
    List<org.apache.hadoop.fs.Path> batches = trial.batches();
    Path last = Path.of(batches.get(batches.size() - 1).toUri());
    Files.delete(last.resolve("_COMMITTED"));
    Files.createDirectories(temporary.resolve("out/_work/batch"));

    assertThat(trial.batches()).hasSize(batches.size() - 1);
    assertThat(trial.run(films)).isBetween(1L, (long) PhantomArchive.FILES - 1);

    assertThat(trial.lines()).isEqualTo(undisturbed.lines());
  }

  @Test
  void a_film_that_was_under_way_when_a_process_died_runs_alone_and_has_its_result()
      throws IOException {
    ArchiveTrial trial = trial();
    mark("underway", assessedFilm());

    trial.run(films);

    assertThat(trial.lines()).isEqualTo(undisturbed.lines());
  }

  @Test
  void a_film_that_ends_its_process_alone_too_is_a_row_with_a_reason() throws IOException {
    ArchiveTrial trial = trial();
    String poison = assessedFilm();
    mark("underway", poison);
    mark("alone", poison);

    trial.run(films);

    List<Row> failed =
        trial.rows().stream().filter(row -> row.<String>getAs("outcome").equals("failed")).toList();
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).<String>getAs("film_key")).isEqualTo(poison);
    assertThat(failed.get(0).<String>getAs("reason")).isEqualTo("process_killed");
    assertThat(trial.rows()).hasSize(PhantomArchive.FILES);
    assertThat(trial.run(films)).isZero();
  }

  private ArchiveTrial trial() throws IOException {
    ArchiveTrial trial = undisturbed.sameKeys(temporary.resolve("out"));
    trial.folder();
    return trial;
  }

  private void mark(String kind, String film) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("out/_work").resolve(kind));
    Files.write(folder.resolve(film), new byte[0]);
  }

  private static String assessedFilm() throws IOException {
    List<String> copied =
        undisturbed.rows().stream().map(row -> row.<String>getAs("duplicate_of")).toList();
    return undisturbed.rows().stream()
        .filter(row -> row.<String>getAs("outcome").equals("assessed"))
        .map(row -> row.<String>getAs("film_key"))
        .filter(key -> !copied.contains(key))
        .sorted()
        .findFirst()
        .orElseThrow();
  }
}
