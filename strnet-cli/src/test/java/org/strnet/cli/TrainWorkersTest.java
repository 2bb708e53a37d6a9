package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --workers 2} as a user starts it: in processes of its own. */
class TrainWorkersTest {

  @TempDir static Path folder;

  @BeforeAll
  static void makePhantoms() throws IOException {
    assertThat(
            Execution.of("phantom", "--out", folder.resolve("films"), "--n", 24, "--seed", 5)
                .exitCode())
        .isZero();
    Files.writeString(
        folder.resolve("tiny.yaml"),
        """
        name: tiny
        pixels: {inputSize: 64}
        network: {width: 0.35, neck: 32, experts: 2}
        optimisation: {epochs: 6, batchSize: 6, warmUpEpochs: 0, precision: float32}
        """);
  }

  private static Process train(Path out, Path text, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.strnet.cli.Strnet",
                "train",
                "--cohort=" + folder.resolve("films/cohort.csv"),
                "--config=" + folder.resolve("tiny.yaml"),
                "--out=" + out,
                "--threads=2",
                "--workers=2"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(text.toFile())
        .start();
  }

  @Test
  void a_worker_that_is_killed_ends_the_run_and_resume_goes_on() throws Exception {
    Path out = folder.resolve("run");
    Path text = folder.resolve("killed.txt");
    Process first = train(out, text);
    while (first.isAlive() && !Files.exists(out.resolve("checkpoint"))) {
      Thread.sleep(20);
    }
    first.children().forEach(ProcessHandle::destroyForcibly);

    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(text))
        .contains("strnet: a worker was lost")
        .contains("worker 1 ended with code 137")
        .contains("--resume goes on")
        .doesNotContain("fault of the program");
    assertThat(first.exitValue()).isEqualTo(1);
    assertThat(out.resolve("bundle")).doesNotExist();
    List<String> before = Files.readAllLines(out.resolve("epochs.csv"));
    assertThat(before).hasSizeBetween(2, 6);

    Path resumedText = folder.resolve("resumed.txt");
    Process resumed = train(out, resumedText, "--resume");
    assertThat(resumed.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(resumed.exitValue()).as(Files.readString(resumedText)).isZero();
    assertThat(Files.readAllLines(out.resolve("epochs.csv"))).hasSize(7).containsAll(before);
    assertThat(Execution.of("bundle", "verify", out.resolve("bundle")).exitCode()).isZero();
  }

  @Test
  void workers_that_were_started_apart_meet_at_a_port_and_end_as_those_of_one_command()
      throws Exception {
    Path together = folder.resolve("together");
    Process one = train(together, folder.resolve("together.txt"));
    assertThat(one.waitFor(100, TimeUnit.SECONDS)).isTrue();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String place = "--rendezvous=127.0.0.1:" + port;
    Path apart = folder.resolve("apart");
    Path text = folder.resolve("apart.txt");
    Process second =
        train(folder.resolve("none-1"), folder.resolve("rank-1.txt"), place, "--rank=1");
    Process first = train(apart, text, place);
    assertThat(first.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).as(Files.readString(text)).isZero();
    assertThat(second.exitValue()).isZero();
    assertThat(folder.resolve("none-1")).doesNotExist();
    assertThat(Files.readString(apart.resolve("predictions.csv")))
        .isEqualTo(Files.readString(together.resolve("predictions.csv")));
  }

  @Test
  void a_rank_without_others_and_a_rendezvous_without_a_port_are_refused() {
    for (List<String> wrong :
        List.of(
            List.of("--workers=2", "--rank=1"),
            List.of("--workers=2", "--rank=2", "--rendezvous=127.0.0.1:9"),
            List.of("--workers=2", "--rendezvous=127.0.0.1"),
            List.of("--workers=2", "--worker-timeout=0"))) {
      List<Object> arguments =
          new ArrayList<>(
              List.of(
                  "train",
                  "--cohort",
                  folder.resolve("films/cohort.csv"),
                  "--out",
                  folder.resolve("none")));
      arguments.addAll(wrong);
      assertThat(Execution.of(arguments.toArray()).exitCode()).as(wrong + "").isEqualTo(2);
    }
  }

  @Test
  void a_number_of_workers_below_one_is_refused() {
    Execution refused =
        Execution.of(
            "train",
            "--cohort",
            folder.resolve("films/cohort.csv"),
            "--out",
            folder.resolve("none"),
            "--workers",
            0);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--workers: must be at least 1");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
