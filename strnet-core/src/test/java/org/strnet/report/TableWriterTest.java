package org.strnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.network.BinaryTarget;
import org.strnet.network.HeadTargets;

class TableWriterTest {

  private static final FilmResult REFERRED =
      Results.film("films/k001.jpg", Results.knee(0.5, 0.75, 0.5, -2));
  private static final FilmResult NOT_FLAGGED =
      Results.film("films/k002.jpg", Results.knee(0.5, 0.25, 0.5, -0.4));

  @Test
  void each_film_is_one_row_with_the_exact_words() throws IOException {
    List<String> lines =
        written(
            new TerminalStyle(100, false),
            REFERRED,
            NOT_FLAGGED,
            Results.noKnee("films/x.png"),
            new FilmResult.Failed("films/y.png", "it broke", true));

    assertThat(lines.get(1)).matches("films/k001.jpg refer for densitometry +0.75 -2.0 \\(.*\\)");
    assertThat(lines.get(1)).contains("-2.0 (-3.3 to -0.8)");
    assertThat(lines.get(2)).contains(" not flagged (bone loss is not ruled out) 0.25 ");
    assertThat(lines.get(3))
        .isEqualTo("films/x.png    not assessable: no knee - a joint is needed, found none");
    assertThat(lines.get(4)).isEqualTo("films/y.png    failed: it broke");
    assertThat(lines.get(5)).isEmpty();
    assertThat(lines.get(6))
        .isEqualTo("4 films: 1 to refer, 1 not flagged, 1 not assessable, 1 failed.");
  }

  @Test
  void no_line_is_wider_than_the_terminal_and_names_keep_their_end() throws IOException {
    FilmResult longName =
        Results.film("archive/".repeat(20) + "k9.png", Results.knee(0.5, 0.25, 0.5, -0.4));
    for (int width : new int[] {80, 95, 120}) {
      List<String> lines =
          written(new TerminalStyle(width, false), longName, Results.noKnee("x".repeat(200)));

      assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
      assertThat(lines.get(1)).startsWith("...").contains("k9.png not flagged");
    }
  }

  @Test
  void the_foot_states_cohort_interval_reference_and_research_use() throws IOException {
    String text = String.join(" ", written(new TerminalStyle(80, false), REFERRED));

    assertThat(text.replaceAll(" +", " "))
        .contains("trained on test films: 110 films of 101 patients.")
        .contains("sensitivity 0.90 (95 % interval 0.79 to 0.96, n = 50)")
        .contains("90 % interval calibrated on 77 films")
        .contains("reference standard: quantitative ultrasound of the knee.")
        .contains("Research use only.")
        .doesNotContainIgnoringCase("negative");
  }

  @Test
  void colours_show_only_where_asked_for() throws IOException {
    assertThat(written(new TerminalStyle(80, true), REFERRED).get(1)).startsWith("\u001b[31m");
    assertThat(String.join("", written(new TerminalStyle(80, false), REFERRED)))
        .doesNotContain("\u001b");
  }

  @Test
  void a_control_task_is_told_in_its_own_words() throws IOException {
    HeadTargets osteoarthritis =
        new HeadTargets(BinaryTarget.of("kl >= 2"), Optional.empty(), Optional.empty());
    StringWriter out = new StringWriter();
    try (TableWriter table =
        new TableWriter(out, Results.facts(osteoarthritis), new TerminalStyle(80, false), 20)) {
      table.write(REFERRED);
      table.write(NOT_FLAGGED);
    }

    assertThat(out.toString())
        .contains("flagged: kl >= 2", "not flagged (kl >= 2 is not ruled out)")
        .doesNotContain("refer for");
  }

  private static List<String> written(TerminalStyle style, FilmResult... films) throws IOException {
    StringWriter out = new StringWriter();
    int longest = List.of(films).stream().mapToInt(film -> film.image().length()).max().orElse(0);
    try (TableWriter table = new TableWriter(out, Results.boneLoss(), style, longest)) {
      for (FilmResult film : films) {
        table.write(film);
      }
    }
    return out.toString().lines().toList();
  }
}
