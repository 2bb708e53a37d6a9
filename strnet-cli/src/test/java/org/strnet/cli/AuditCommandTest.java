package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

  @TempDir static Path folder;

  private static Path cohort;

  @BeforeAll
  static void plant() throws IOException {
    Path phantoms = folder.resolve("phantoms");
    assertThat(Execution.of("phantom", "--out", phantoms, "--n", 3, "--seed", 4).exitCode())
        .isZero();
    List<String> rows = new ArrayList<>(Files.readAllLines(phantoms.resolve("cohort.csv")));
    Files.copy(phantoms.resolve("images/p0000.png"), phantoms.resolve("images/copy.png"));
    rows.add(rows.get(1).replace("p0000.png", "copy.png").replace("phantom0000", "other"));
    cohort = Files.write(phantoms.resolve("planted.csv"), rows);
  }

  @Test
  void findings_are_results_with_exit_code_0() {
    Execution audit = Execution.of("audit", "--cohort", cohort, "--threads", 2);
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out())
        .contains("the same file or the same pixels, under different patients")
        .contains("images/copy.png (row 5)", "images/p0000.png (row 2)", "Research use only");
  }

  @Test
  void json_on_standard_output_is_nothing_but_the_file() throws IOException {
    Path out = folder.resolve("audit");
    Object[] arguments = {"audit", "--cohort", cohort, "--format", "json", "--out", out};
    Execution audit = Execution.of(arguments);
    assertThat(audit.exitCode()).isZero();
    assertThat(Files.readString(out.resolve("audit.json"))).isEqualTo(audit.out());
    JsonNode json = new ObjectMapper().readTree(audit.out());
    assertThat(json.at("/findings/0/check").asText()).isEqualTo("exact_duplicates");
    assertThat(Files.readString(out.resolve("audit.html"))).contains("data:image/png");

    Execution again = Execution.of(arguments);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("--force replaces it");
  }

  @Test
  void bad_input_is_one_line_and_exit_code_2() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "image\n");
    Path word = Files.writeString(folder.resolve("word.csv"), "image,age\na.png,old\n");
    for (Path bad : List.of(folder.resolve("gone.csv"), empty, word)) {
      Execution audit = Execution.of("audit", "--cohort", bad);
      assertThat(audit.exitCode()).as(bad.toString()).isEqualTo(2);
      assertThat(audit.err().lines()).hasSize(1);
      assertThat(audit.out()).isEmpty();
    }
    assertThat(Execution.of("audit", "--cohort", cohort, "--threads", 0).exitCode()).isEqualTo(2);
  }
}
