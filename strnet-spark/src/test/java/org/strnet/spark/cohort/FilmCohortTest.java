package org.strnet.spark.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.Embedded;
import org.strnet.spark.Rows;
import org.strnet.spark.film.Column;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.inventory.ListedPatient;

class FilmCohortTest {

  @TempDir private Path folder;

  @Test
  void a_condition_selects_among_the_films_that_were_assessed() {
    Dataset<Row> rows =
        Rows.table(
            List.of(
                film("a", 64, "F", 0.5),
                film("b", 58, "F", 0.5),
                film("c", 70, "M", 0.5),
                film("d", 70, "F", 0.9),
                film("e", 70, "F", 0.5).with(Column.OUTCOME, "duplicate")));

    Dataset<Row> selected =
        new FilmSelection("age >= 60 and sex = 'F' and p_bone_loss between 0.4 and 0.6").of(rows);

    assertThat(keys(selected)).containsExactly("a");
    assertThat(keys(FilmSelection.ALL.of(rows))).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void a_condition_that_is_none_is_refused_with_its_words() {
    Dataset<Row> rows = Rows.table(List.of(film("a", 64, "F", 0.5)));

    for (String mistake : List.of("age >=", "weight > 3", "age + 1")) {
      assertThatThrownBy(() -> new FilmSelection(mistake).of(rows))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("must be a condition over the columns, found " + mistake);
    }
  }

  @Test
  void a_sample_has_equally_many_films_of_each_band_and_weights_that_stand_for_all() {
    List<Rows> films = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      films.add(film("low" + i, 60, "F", 0.1));
    }
    for (int i = 0; i < 10; i++) {
      films.add(film("high" + i, 60, "F", 0.95));
    }
    films.add(film("highest", 60, "F", 1.0));
    films.add(film("middle", 60, "F", 0.5));
    Dataset<Row> rows = Rows.table(films);

    List<Row> drawn = new ScoreStrata(20, 4, 1).of(rows).collectAsList();

    Map<Integer, Long> bands =
        drawn.stream()
            .collect(
                Collectors.groupingBy(row -> row.<Integer>getAs("stratum"), Collectors.counting()));
    assertThat(bands).isEqualTo(Map.of(0, 5L, 2, 1L, 3, 5L));
    assertThat(drawn.stream().mapToDouble(row -> row.<Double>getAs("sampling_weight")).sum())
        .isCloseTo(102, within(1e-9));
    assertThat(keys(new ScoreStrata(20, 4, 1).of(rows)))
        .containsExactlyInAnyOrderElementsOf(keys(new ScoreStrata(20, 4, 1).of(rows)));
    assertThat(keys(new ScoreStrata(20, 4, 2).of(rows)))
        .isNotEqualTo(keys(new ScoreStrata(20, 4, 1).of(rows)));
  }

  @Test
  void a_cohort_file_names_the_films_by_their_paths_and_keeps_what_is_there() throws IOException {
    Dataset<Row> films =
        Rows.table(
            List.of(film("a", 64, "F", 0.5).with(Column.PATIENT, "p1"), film("b", 60, "M", 0.4)));
    Dataset<Row> inventory =
        Embedded.spark()
            .createDataFrame(
                List.of(
                    new ArchivedFile("a", "file:/films/one, two.png", 1, 1, ListedPatient.NOTHING)
                        .row(),
                    new ArchivedFile("b", "hdfs://name/b.png", 1, 1, ListedPatient.NOTHING).row(),
                    new ArchivedFile("c", "file:/films/c.png", 1, 1, ListedPatient.NOTHING).row()),
                ArchivedFile.SCHEMA);
    Path file = folder.resolve("cohort.csv");

    assertThat(CohortFile.write(films, inventory, file)).isEqualTo(2);

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "image,patient,age,sex,site,device,view,laterality,year,film_key,archive_p_bone_loss,"
                + "archive_t_score,archive_decision",
            "\"/films/one, two.png\",p1,64,female,,,,,,a,0.5,,",
            "hdfs://name/b.png,film-b,60,male,,,,,,b,0.4,,");
    assertThatThrownBy(() -> CohortFile.write(films, inventory, file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is not overwritten");
  }

  private static Rows film(String key, int age, String sex, double score) {
    return Rows.assessed(key)
        .with(Column.AGE, age)
        .with(Column.SEX, sex)
        .with(Column.P_BONE_LOSS, score);
  }

  private static List<String> keys(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.<String>getAs("film_key")).toList();
  }
}
