package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;

class StrnetTest {

  @TempDir static Path shared;

  @TempDir Path temp;

  private static Bundle bundle;
  private static Path bundleFolder;

  private Path films;

  @BeforeAll
  static void write() throws IOException {
    bundleFolder = shared.resolve("models/strnet-phantom");
    bundle = TinyBundle.write(bundleFolder, shared.resolve("sources"));
    Files.createDirectories(shared.resolve("samples"));
    TinyBundle.writeFilm(shared.resolve("samples/sample.png"));
  }

  @AfterAll
  static void forgetHome() {
    System.clearProperty(Installation.HOME);
  }

  @BeforeEach
  void writeFilms() throws IOException {
    System.setProperty(Installation.HOME, shared.toString());
    films = Files.createDirectories(temp.resolve("films"));
    TinyBundle.writeFilm(films.resolve("a.png"));
    Files.write(films.resolve("empty"), new byte[0]);
    Files.writeString(films.resolve("text.png"), "a text that was renamed");
    Files.writeString(films.resolve("cohort.csv"), "image\na.png\n");
    TinyBundle.writeFilm(films.resolve("z.png"));
  }

  @Test
  void archive_says_that_it_runs_in_a_process_of_its_own() {
    Execution archive = Execution.of("archive", films, "--out", "results");

    assertThat(archive.exitCode()).isEqualTo(2);
    assertThat(archive.err()).contains("runs in a process of its own");
    assertThat(Execution.of("--help").out()).contains("archive");
  }

  @Test
  void screen_prints_one_row_per_film_and_is_done_though_some_cannot_be_assessed() {
    Execution screen = Execution.of("screen", films, "--bundle", bundleFolder);

    List<String> lines = screen.out().lines().toList();
    assertThat(screen.exitCode()).isZero();
    assertThat(lines.get(1)).contains("a.png refer for densitometry").contains(" 0.73 ");
    assertThat(lines.get(2)).contains("empty not assessable: empty file");
    assertThat(lines.get(3)).contains("text.png not assessable: not an image");
    assertThat(lines.get(4)).contains("z.png refer for densitometry");
    assertThat(lines.get(5)).isEmpty();
    assertThat(screen.out()).contains("Research use only.").doesNotContain("\u001b");
    assertThat(screen.err()).contains("left aside, no films: [" + films.resolve("cohort.csv"));
  }

  @Test
  void json_on_standard_output_is_nothing_but_json() throws IOException {
    Execution screen =
        Execution.of("screen", films, "--bundle", bundleFolder, "--format", "json", "--threads", 3);

    List<String> outcomes =
        screen
            .out()
            .lines()
            .map(StrnetTest::json)
            .map(
                film ->
                    Path.of(film.get("image").textValue()).getFileName()
                        + " "
                        + film.get("outcome").textValue())
            .toList();
    assertThat(outcomes)
        .containsExactly(
            "a.png assessed", "empty not_assessable", "text.png not_assessable", "z.png assessed");
    assertThat(screen.err()).contains("screening: 4 of 4 films");
  }

  @Test
  void a_report_is_written_where_asked_and_overwritten_only_by_force() throws IOException {
    Path out = temp.resolve("report");
    Object[] arguments = {
      "screen", films, "--bundle", bundleFolder, "--format", "json", "--out", out
    };

    Execution first = Execution.of(arguments);
    Execution second = Execution.of(arguments);
    Execution forced =
        Execution.of(Stream.concat(Stream.of(arguments), Stream.of("--force")).toArray());

    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).contains("Report: " + out.resolve("report.html"));
    JsonNode film = json(first.out().lines().findFirst().orElseThrow());
    Path heatMap = Path.of(film.get("heat_map").textValue());
    assertThat(heatMap).isNotEmptyFile().hasExtension("png");
    assertThat(Files.readString(out.resolve("results.jsonl"))).isEqualTo(first.out());
    assertThat(out.resolve("results.csv")).isNotEmptyFile();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err().lines()).hasSize(1);
    assertThat(second.out()).isEmpty();
    assertThat(forced.exitCode()).isZero();
  }

  @Test
  void clinical_variables_are_matched_by_file_name() throws IOException {
    Path clinical =
        Files.writeString(temp.resolve("clinical.csv"), "image,age,note\nelsewhere/a.png,30,x\n");

    Execution screen =
        Execution.of(
            "screen", films, "--bundle", bundleFolder, "--clinical", clinical, "--format", "csv");

    List<String> rows = screen.out().lines().toList();
    assertThat(rows.get(1)).contains("a.png,assessed,,0.26").contains(",not_flagged,");
    assertThat(rows.get(4)).contains("z.png,assessed,,0.73").contains(",refer,");
  }

  @Test
  void a_clinical_value_that_does_not_fit_is_refused_with_its_row() throws IOException {
    Path clinical = Files.writeString(temp.resolve("clinical.csv"), "image,age\na.png,thirty\n");

    Execution screen =
        Execution.of("screen", films, "--bundle", bundleFolder, "--clinical", clinical);

    assertThat(screen.exitCode()).isEqualTo(2);
    assertThat(screen.err()).contains("row 2", "thirty").doesNotContain("\tat ");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void a_users_mistake_is_one_line_and_exit_code_2() {
    Object[][] mistakes = {
      {},
      {"scren"},
      {"screen"},
      {"screen", "--colour", "x"},
      {"screen", films, "--format", "xml"},
      {"screen", temp.resolve("gone"), "--bundle", bundleFolder},
      {"screen", films, "--bundle", temp.resolve("gone")},
      {"screen", films, "--bundle", bundleFolder, "--threads", 0},
      {"screen", films},
      {"phantom", "--out", films, "--n", 1, "--seed", 1},
      {"phantom", "--out", temp.resolve("new"), "--n", 0, "--seed", 1},
    };
    for (Object[] arguments : mistakes) {
      Execution mistake = Execution.of(arguments);

      assertThat(mistake.exitCode()).as(List.of(arguments).toString()).isEqualTo(2);
      assertThat(mistake.err().lines()).as(List.of(arguments).toString()).hasSize(1);
      assertThat(mistake.err()).startsWith("strnet: ");
      assertThat(mistake.out()).isEmpty();
    }
  }

  @Test
  void demo_screens_the_samples_and_says_where_the_report_is() {
    Path out = temp.resolve("demo");

    Execution demo = Execution.of("demo", "--out", out);

    assertThat(demo.exitCode()).isZero();
    assertThat(demo.out()).contains("sample.png refer for densitometry");
    assertThat(demo.err()).contains("Report: " + out.resolve("report.html"));
  }

  @Test
  void bundle_verify_prints_the_identity_and_refuses_what_was_changed() throws IOException {
    Path copy = Files.createDirectories(temp.resolve("copy"));
    try (Stream<Path> files = Files.list(bundleFolder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Execution intact = Execution.of("bundle", "verify", copy);
    Files.writeString(copy.resolve("MODEL_CARD.md"), "better");
    Execution changed = Execution.of("bundle", "verify", copy);

    assertThat(intact.exitCode()).isZero();
    assertThat(intact.out()).isEqualTo(bundle.sha256() + "  tiny\n");
    assertThat(changed.exitCode()).isEqualTo(2);
    assertThat(changed.err()).contains("MODEL_CARD.md: must have the hash");
  }

  @Test
  void phantom_writes_films_and_their_cohort_file() {
    Path out = temp.resolve("phantoms");

    Execution phantom = Execution.of("phantom", "--out", out, "--n", 2, "--seed", 5);

    assertThat(phantom.exitCode()).isZero();
    assertThat(phantom.out().strip()).isEqualTo(out.resolve("cohort.csv").toString());
    assertThat(out.resolve("images")).isDirectoryContaining("glob:**.png");
  }

  @Test
  void version_and_help_are_answered() {
    assertThat(Execution.of("--version").out()).matches("strnet [0-9]+\\.[0-9]+\\.[0-9]+\\s*");
    Execution help = Execution.of("screen", "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("--clinical", "does not rule out bone loss");
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
