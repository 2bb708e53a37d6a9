package org.strnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.cluster.PoisonFileSystem;
import org.strnet.spark.cluster.StandaloneCluster;

/**
 * The packaged application on a master and two workers, each a process of its own, that are killed
 * while it runs; every result is compared with an embedded run that nothing disturbed.
 */
class ClusterIT {

  private static final int FILMS = 40;
  private static final int FILES = PhantomArchive.FILES + FILMS - 6;

  @TempDir private static Path shared;
  private static Path films;
  private static ArchiveTrial undisturbed;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void undisturbed() throws IOException {
    assumeTrue(StandaloneCluster.isPackaged(), "the module's jar and target/engine are there");
    films = PhantomArchive.write(shared.resolve("films"));
    for (int number = 6; number < FILMS; number++) {
      PhantomArchive.film(films, number);
    }
    undisturbed = new ArchiveTrial(shared.resolve("undisturbed"));
    undisturbed.run(films);
    cluster = new StandaloneCluster(shared.resolve("cluster"));
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void an_executor_a_worker_and_a_driver_that_are_killed_change_no_row() throws Exception {
    Path out = shared.resolve("killed");
    ArchiveTrial killed = undisturbed.sameKeys(out);

    Process first = cluster.archive("first", List.of(), arguments(films.toString(), out));
    StandaloneCluster.await("a batch is committed", () -> batches(killed) > 0 || !first.isAlive());
    cluster.executors().stream().findFirst().orElseThrow().destroyForcibly();
    awaitBatch(killed, first);
    cluster.kill("worker1");
    awaitBatch(killed, first);
    assertThat(first.isAlive()).as(cluster.log("first")).isTrue();
    first.destroyForcibly().waitFor();
    assertThat(killed.rows()).hasSizeBetween(1, FILES - 1);
    cluster.startWorker("worker3");

    Process second = cluster.submit("second", arguments(films.toString(), out));

    assertThat(second.waitFor()).as(cluster.log("second")).isZero();
    assertThat(killed.lines()).isEqualTo(undisturbed.lines());
  }

  @Test
  void a_film_that_kills_its_process_is_isolated_and_recorded() throws Exception {
    Path poisoned = Files.createDirectories(shared.resolve("poisoned"));
    try (Stream<Path> files = Files.list(films.resolve("a/2019"))) {
      for (Path film : files.toList()) {
        Files.copy(film, poisoned.resolve(film.getFileName()));
      }
    }
    PhantomArchive.film(poisoned, 90);
    Files.move(poisoned.resolve("film90.dcm"), poisoned.resolve("poison.dcm"));
    Path out = shared.resolve("with-poison");
    ArchiveTrial trial = undisturbed.sameKeys(out);
    List<String> arguments = new ArrayList<>(arguments("poison://" + poisoned, out));
    arguments.addAll(
        List.of("--conf", "spark.hadoop.fs.poison.impl=" + PoisonFileSystem.class.getName()));

    Process run =
        cluster.archive("poison", List.of(cluster.jarOf(PoisonFileSystem.class)), arguments);

    assertThat(run.waitFor()).as(cluster.log("poison")).isZero();
    List<Row> rows = trial.rows();
    assertThat(rows).hasSize(7);
    assertThat(rows.stream().map(row -> row.<String>getAs("reason")).filter(r -> r != null))
        .containsExactly("process_killed");
    assertThat(figures(rows)).isSubsetOf(figures(undisturbed.rows())).hasSize(6);
  }

  private static void awaitBatch(ArchiveTrial trial, Process run) {
    int before = batches(trial);
    StandaloneCluster.await("the run goes on", () -> batches(trial) > before || !run.isAlive());
  }

  private static List<String> arguments(String place, Path out) {
    return List.of(
        place,
        "--out",
        out.toString(),
        "--batch",
        "5",
        "--bundle",
        PhantomArchive.bundlePath().toAbsolutePath().normalize().toString());
  }

  private static List<String> figures(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.<String>getAs("outcome").equals("assessed"))
        .map(row -> row.getAs("pixel_hash") + " " + row.getAs("p_bone_loss"))
        .collect(Collectors.toList());
  }

  private static int batches(ArchiveTrial trial) {
    try {
      return trial.batches().size();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
