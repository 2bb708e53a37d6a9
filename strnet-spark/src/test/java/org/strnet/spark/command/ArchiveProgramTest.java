package org.strnet.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ArchiveProgramTest {

  private final StringWriter out = new StringWriter();

  @Test
  void what_is_missing_or_wrong_ends_with_two_before_spark_is_started() {
    assertThat(execute("films")).isEqualTo(2);
    assertThat(execute("films", "--out", "results", "--batch", "0")).isEqualTo(2);
    assertThat(execute("films", "--out", "results", "--bundle", "nothing-here")).isEqualTo(2);
    assertThat(execute("cohort", "results")).isEqualTo(2);
    assertThat(execute("prevalence")).isEqualTo(2);
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

  private int execute(String... arguments) {
    return ArchiveProgram.execute(new PrintWriter(out, true), arguments);
  }
}
