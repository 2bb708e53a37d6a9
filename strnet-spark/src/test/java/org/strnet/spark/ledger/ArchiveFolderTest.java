package org.strnet.spark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.identity.FilmIdentities.Form;
import org.strnet.spark.storage.Places;

class ArchiveFolderTest {

  private static final ArchiveSettings SETTINGS =
      new ArchiveSettings(ResultFormat.PARQUET, Form.HASHED);

  @TempDir private Path folder;

  @Test
  void a_folder_that_holds_something_else_is_refused() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "x", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> open(SETTINGS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be empty or hold the results of an archive");
  }

  @Test
  void a_folder_goes_on_only_as_it_was_begun() throws IOException {
    open(SETTINGS);

    assertThatThrownBy(() -> open(new ArchiveSettings(ResultFormat.CSV, Form.HASHED)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("was begun with format parquet, so it cannot go on with csv");
    assertThatThrownBy(() -> open(new ArchiveSettings(ResultFormat.PARQUET, Form.PLAIN)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("identifiers hashed");
  }

  @Test
  void names_are_the_same_in_every_run_of_a_folder_and_in_no_other() throws IOException {
    String first = open(SETTINGS).identities().patient("4711");
    String again = open(SETTINGS).identities().patient("4711");
    Path other = Files.createDirectories(folder.resolveSibling("other"));

    assertThat(again).isEqualTo(first);
    assertThat(
            ArchiveFolder.open(Places.path(other.toString()), new Configuration(), SETTINGS)
                .identities()
                .patient("4711"))
        .isNotEqualTo(first);
  }

  @Test
  void two_runs_do_not_write_into_one_folder() throws IOException {
    ArchiveFolder opened = open(SETTINGS);
    try (RunClaim claim = RunClaim.of(opened, Clock.systemUTC())) {
      assertThatThrownBy(() -> RunClaim.of(opened, Clock.systemUTC()))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("another run writes here");
      RunClaim.of(opened, Clock.offset(Clock.systemUTC(), RunClaim.VALID.plus(Duration.ofDays(1))))
          .close();
    }
    RunClaim.of(opened, Clock.systemUTC()).close();
  }

  @Test
  void the_claim_of_a_process_that_is_gone_counts_for_nothing() throws Exception {
    ArchiveFolder opened = open(SETTINGS);
    try (RunClaim claim = RunClaim.of(opened, Clock.systemUTC())) {
      Path file = folder.resolve("_claim");
      String gone = String.valueOf(gone());
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String mine = String.valueOf(ProcessHandle.current().pid());
      opened.write(
          new org.apache.hadoop.fs.Path(file.toUri()),
          text.replace(" " + mine + " ", " " + gone + " ").getBytes(StandardCharsets.UTF_8));

      RunClaim.of(opened, Clock.systemUTC()).close();
    }
  }

  @Test
  void of_a_claim_that_cannot_be_read_the_time_of_its_file_counts() throws IOException {
    ArchiveFolder opened = open(SETTINGS);
    for (String damaged : List.of("host 12 17x", "host", "", "host 12 99999999999999999999")) {
      Path file = Files.writeString(folder.resolve("_claim"), damaged, StandardCharsets.UTF_8);

      assertThatThrownBy(() -> RunClaim.of(opened, Clock.systemUTC()))
          .as(damaged)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("a claim that cannot be read");

      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(RunClaim.VALID)));
      RunClaim.of(opened, Clock.systemUTC()).close();
    }
  }

  private static long gone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private ArchiveFolder open(ArchiveSettings settings) throws IOException {
    return ArchiveFolder.open(Places.path(folder.toString()), new Configuration(), settings);
  }
}
