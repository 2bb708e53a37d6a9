package org.strnet.spark.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.evaluation.drift.PopulationStability;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.Embedded;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.Rows;
import org.strnet.spark.film.Column;

class ArchiveSummaryTest {

  @TempDir private Path folder;

  @Test
  void films_are_counted_by_outcome_and_by_group_and_copies_only_as_copies() {
    ArchiveSummary summary =
        ArchiveSummary.of(
            rows(
                film("assessed", "St <b>", 64, 2019, 0.9, "refer"),
                film("assessed", "St <b>", 69, 2019, 0.2, "not_flagged"),
                film("assessed", null, 70, null, 0.8, "refer"),
                film("not_assessable", "St <b>", null, 2020, null, null),
                film("duplicate", "St <b>", 64, 2019, null, null)),
            Optional.empty());

    assertThat(summary.films()).isEqualTo(5);
    assertThat(summary.outcomes().get(0)).isEqualTo(new OutcomeCount("assessed", "", 3));
    assertThat(summary.positivity().get(Grouping.SITE))
        .containsExactly(
            new GroupPositivity("St <b>", 3, 2, 1), new GroupPositivity("not stated", 1, 1, 1));
    assertThat(summary.positivity().get(Grouping.AGE))
        .contains(
            new GroupPositivity("60 to 69", 2, 2, 1), new GroupPositivity("70 to 79", 1, 1, 1));
    assertThat(summary.positivity().get(Grouping.YEAR))
        .contains(new GroupPositivity("2019", 2, 2, 1), new GroupPositivity("2020", 1, 0, 0));
  }

  @Test
  void the_page_says_what_it_is_for_and_shows_no_markup_of_a_header() throws IOException {
    ArchiveSummary summary =
        ArchiveSummary.of(
            rows(film("assessed", "St <b>", 64, 2019, 0.9, "refer")), Optional.empty());

    String page = new SummaryPage(PhantomArchive.bundle().facts(), "v", summary).html();

    assertThat(page)
        .contains("Research use only")
        .contains("St &lt;b&gt;")
        .doesNotContain("St <b>")
        .contains("100.0 % (20.7 % to 100.0 %)")
        .contains("name a study's predictions.csv")
        .doesNotContain("negative");
  }

  @Test
  void drift_is_the_index_of_the_scores_against_the_reference() throws IOException {
    double[] reference = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
    double[] now = IntStream.range(0, 150).mapToDouble(i -> 0.5 + i / 300.0).toArray();
    Path file = write(reference);
    List<Row> films = new ArrayList<>();
    for (double score : now) {
      films.add(film("assessed", "A", 60, 2020, score, "refer"));
    }

    List<GroupDrift> drift =
        ArchiveSummary.of(
                rows(films.toArray(Row[]::new)),
                Optional.of(ReferenceScores.read(Embedded.spark(), file.toString())))
            .drift();

    double expected = PopulationStability.of(reference, now, 10).index();
    assertThat(drift).extracting(GroupDrift::group).containsExactly("all", "2020", "A");
    assertThat(drift.get(0).scores()).isEqualTo(150);
    assertThat(drift.get(0).stability().index()).isCloseTo(expected, within(1e-12));
    assertThat(drift.get(0).verdict()).isEqualTo("shift");
  }

  @Test
  void too_few_scores_are_no_reference() throws IOException {
    Path file = write(new double[] {0.1, 0.2});

    assertThatThrownBy(() -> ReferenceScores.read(Embedded.spark(), file.toString()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("at least 100 scores, found 2");
  }

  private Path write(double[] scores) throws IOException {
    String lines =
        IntStream.range(0, scores.length)
            .mapToObj(i -> "f" + i + "," + scores[i])
            .collect(Collectors.joining("\n"));
    return Files.writeString(
        folder.resolve("predictions.csv"),
        "image,p_bone_loss\n" + lines + "\nnot assessed,\n",
        StandardCharsets.UTF_8);
  }

  private static Dataset<Row> rows(Row... rows) {
    return Embedded.spark().createDataFrame(List.of(rows), Column.schema());
  }

  private static Row film(
      String outcome, String site, Integer age, Integer year, Double score, String decision) {
    return Rows.assessed(outcome + site + age + year + score)
        .with(Column.OUTCOME, outcome)
        .with(Column.SITE, site)
        .with(Column.AGE, age)
        .with(Column.YEAR, year)
        .with(Column.P_BONE_LOSS, score)
        .with(Column.DECISION, decision)
        .row();
  }
}
