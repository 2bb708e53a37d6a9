package org.strnet.evaluation.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.decision.Decision;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.provenance.BadInputException;

class SubgroupTest {

  @TempDir Path folder;

  @Test
  void a_number_is_cut_where_asked_and_what_is_empty_is_not_known() throws IOException {
    Grouping age = SubgroupColumn.parse("age:50,65").of(cohort());
    assertThat(age.names())
        .containsExactly("below 50", "50 to below 65", "65 and above", SubgroupColumn.NOT_KNOWN);
    assertThat(age.films(3)).containsExactly(59);
    Grouping sex = SubgroupColumn.parse("sex").of(cohort());
    assertThat(sex.names()).containsExactly("female", "male");
  }

  @Test
  void bad_columns_and_cuts_are_refused_in_one_line() throws IOException {
    Cohort cohort = cohort();
    assertThatThrownBy(() -> SubgroupColumn.parse("scanner").of(cohort))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("needs a column scanner");
    assertThatThrownBy(() -> SubgroupColumn.parse("number").of(cohort))
        .hasMessageContaining("60 different values");
    assertThatThrownBy(() -> SubgroupColumn.parse("age:65,50")).hasMessageContaining("ascend");
    assertThatThrownBy(() -> SubgroupColumn.parse("age:old")).hasMessageContaining("numbers");
    assertThatThrownBy(() -> SubgroupColumn.parse("site:1").of(cohort))
        .hasMessageContaining("must be a number to be cut");
  }

  @Test
  void the_usual_columns_are_those_the_cohort_has_and_the_heads_do_not_learn() throws IOException {
    assertThat(SubgroupColumn.usual(cohort(), List.of("sex")))
        .extracting(SubgroupColumn::column)
        .containsExactly("age");
  }

  /** Site b has 4 films: nothing is said of them. Of 48 differences only those with p count. */
  @Test
  void cells_of_fewer_than_ten_films_are_suppressed() throws IOException {
    Cohort cohort = cohort();
    SubgroupResults results =
        SubgroupAnalysis.of(films(cohort), List.of(SubgroupColumn.parse("site").of(cohort)));
    SubgroupResults.Group small = results.columns().get(0).groups().get(1);
    assertThat(small.name()).isEqualTo("b");
    assertThat(small.films()).isEqualTo(4);
    assertThat(small.cells())
        .allMatch(cell -> cell.estimate().text().contains("suppressed, fewer than 10 films"));
    SubgroupResults.Group large = results.columns().get(0).groups().get(0);
    assertThat(large.cells().get(0).estimate().isEstimable()).isTrue();
    assertThat(large.cells().get(0).toRest().estimate().isEstimable()).isFalse();
  }

  /** The score tells the sexes apart and the label follows the sex: within a sex it is chance. */
  @Test
  void an_area_that_comes_from_the_column_alone_vanishes_within_its_strata() throws IOException {
    AdjustedResults adjusted = adjustedFor("sex");

    assertThat(adjusted.crude().value().orElseThrow()).isGreaterThan(0.7);
    assertThat(adjusted.adjusted().value().orElseThrow()).isEqualTo(0.5);
    assertThat(adjusted.strata()).allMatch(stratum -> stratum.auroc().value().orElseThrow() == 0.5);
  }

  @Test
  void the_area_within_a_stratum_of_fewer_than_ten_films_is_suppressed() throws IOException {
    AdjustedResults.Stratum small = adjustedFor("site").strata().get(1);

    assertThat(small.name()).isEqualTo("b");
    assertThat(small.auroc().text())
        .isEqualTo("not estimable (n = 4): suppressed, fewer than 10 films");
  }

  private AdjustedResults adjustedFor(String column) throws IOException {
    Cohort cohort = cohort();
    List<Prediction> bySex = new ArrayList<>();
    for (CohortFilm film : cohort.films()) {
      bySex.add(prediction(film, film.value("sex").equals("male") ? 0.8 : 0.2));
    }
    StudyFilms films =
        new StudyFilms(
            bySex,
            Targets.BONE.labels(cohort),
            cohort.films().stream().map(CohortFilm::patient).toList());
    return AdjustedAnalysis.of(
        films, SubgroupColumn.parse(column).of(cohort), new PatientBootstrap(200, 1));
  }

  /** 60 films, men mostly with bone loss; the last one without age; site b has 4. */
  private Cohort cohort() throws IOException {
    StringBuilder csv =
        new StringBuilder("image,bone_loss,bone_status,t_score,age,sex,site,number\n");
    for (int i = 0; i < 60; i++) {
      boolean male = i % 2 == 0;
      boolean loss = male ? i % 8 != 0 : i % 5 == 0;
      csv.append(
          "f%d.png,%d,%s,%s,%s,%s,%s,%d\n"
              .formatted(
                  i,
                  loss ? 1 : 0,
                  loss ? "osteopenia" : "normal",
                  loss ? "-2" : "0",
                  i == 59 ? "" : Integer.toString(40 + i % 40),
                  male ? "male" : "female",
                  i < 56 ? "a" : "b",
                  i));
    }
    return Cohort.read(Files.writeString(folder.resolve("cohort.csv"), csv));
  }

  private static StudyFilms films(Cohort cohort) {
    List<Prediction> predictions = new ArrayList<>();
    for (CohortFilm film : cohort.films()) {
      predictions.add(prediction(film, (film.row() * 37 % 100) / 100.0));
    }
    return new StudyFilms(
        predictions,
        Targets.BONE.labels(cohort),
        cohort.films().stream().map(CohortFilm::patient).toList());
  }

  private static Prediction prediction(CohortFilm film, double boneLoss) {
    return Prediction.assessed(
        film.image(),
        new HeadEstimates(
            OptionalDouble.of(boneLoss),
            OptionalDouble.of(0.5),
            OptionalDouble.of(-boneLoss),
            Optional.empty(),
            Optional.of(boneLoss >= 0.5 ? Decision.REFER : Decision.NOT_FLAGGED)));
  }
}
