package org.strnet.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ArchiveProgramTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void what_is_missing_or_wrong_ends_with_two_before_spark_is_started() {
    refused("Missing required option: '--out=DIR'", "films");
    refused("--batch: must be at least 1, found 0", "films", "--out", "results", "--batch", "0");
    refused("nothing-here", "films", "--out", "results", "--bundle", "nothing-here");
    refused("Missing required", "cohort", "results");
    refused("Missing required parameter: 'RESULTS'", "prevalence");
    refused(
        "'many' is not an int", "cohort", "results", "films", "--out", "c.csv", "--sample", "many");
  }

  @Test
  void each_command_says_what_it_is_for() {
    assertThat(execute("--help")).isZero();
    assertThat(said()).contains("strnet archive", "does not rule out bone loss", "--master");
    assertThat(execute("cohort", "--help")).isZero();
    assertThat(said()).contains("strnet archive cohort", "--select", "--sample");
    assertThat(execute("prevalence", "--help")).isZero();
    assertThat(said()).contains("strnet archive prevalence", "Rogan and Gladen");
  }

  /** Without the line ends of the help text. */
  private String said() {
    return out.toString().replaceAll("\\s+", " ");
  }

  private void refused(String why, String... arguments) {
    err.getBuffer().setLength(0);
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(why);
  }

  private int execute(String... arguments) {
    return new ArchiveProgram(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }
}
