package org.strnet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;

class CohortTest {

  @TempDir Path folder;

  @Test
  void every_column_of_the_design_is_read() {
    Cohort cohort =
        read(
            """
                image,patient,bone_status,t_score,age,sex,bmi,weight,fold,split,cx,cy,plateau_width,fibula_side,usable,site
                films/a.png,p1,osteopenia,-1.5,61,female,27.5,0.8,2,val,0.4,0.5,0.6,left,yes,North
                """);
    CohortFilm film = cohort.films().get(0);
    assertThat(film.row()).isEqualTo(2);
    assertThat(film.image()).isEqualTo("films/a.png");
    assertThat(film.file()).isEqualTo(folder.toAbsolutePath().resolve("films/a.png"));
    assertThat(film.patient()).isEqualTo("p1");
    assertThat(film.annotatedKnee()).contains(KneeRegion.annotated(0.4, 0.5, 0.6, FibulaSide.LEFT));
    assertThat(film.weight()).isEqualTo(0.8);
    assertThat(film.fold()).hasValue(2);
    assertThat(film.split()).contains(Split.VALIDATION);
    assertThat(film.clinical().value(ClinicalVariable.AGE)).hasValue(61);
    assertThat(film.clinical().value(ClinicalVariable.SEX)).hasValue(1);
    assertThat(film.number("t_score")).hasValue(-1.5);
    assertThat(film.value("site")).isEqualTo("North");
  }

  @Test
  void what_is_not_written_is_absent_and_never_a_guess() {
    CohortFilm film = read("image\na.png\n").films().get(0);
    assertThat(film.patient()).isEqualTo("a.png");
    assertThat(film.annotatedKnee()).isEmpty();
    assertThat(film.weight()).isEqualTo(1);
    assertThat(film.usable()).isTrue();
    assertThat(film.fold()).isEmpty();
    assertThat(film.split()).isEmpty();
    assertThat(film.clinical().values()).isEmpty();
  }

  @Test
  void group_stands_for_patient() {
    assertThat(read("image,group\na.png,g7\n").films().get(0).patient()).isEqualTo("g7");
  }

  @Test
  void an_unknown_fibula_side_keeps_the_joint() {
    CohortFilm film =
        read("image,cx,cy,plateau_width,fibula_side\na.png,0.4,0.5,0.6,\n").films().get(0);
    assertThat(film.annotatedKnee().orElseThrow().fibulaSide()).isEqualTo(FibulaSide.UNKNOWN);
  }

  /** 70 kg over 1.75 m squared (3.0625) are 22.857. */
  @Test
  void body_mass_index_comes_from_height_and_weight() {
    Cohort cohort = read("image,height_m,weight_kg,bmi\na.png,1.75,70,\nb.png,1.75,70,30\n");
    assertThat(cohort.films().get(0).clinical().value(ClinicalVariable.BMI).orElseThrow())
        .isCloseTo(22.857, within(0.001));
    assertThat(cohort.films().get(1).clinical().value(ClinicalVariable.BMI)).hasValue(30);
  }

  @Test
  void a_fracture_history_may_name_the_fracture() {
    Cohort cohort =
        read("image,fracture_history\na.png,left foot\nb.png,No\nc.png,\nd.png,unknown\n");
    assertThat(cohort.films())
        .extracting(film -> film.clinical().value(ClinicalVariable.FRACTURE_HISTORY).orElse(-1))
        .containsExactly(1.0, 0.0, -1.0, -1.0);
  }

  @Test
  void an_age_of_107_is_kept_and_one_of_300_is_refused_with_row_column_and_value() {
    assertThat(read("image,age\na.png,107\n").films().get(0).clinical().value(ClinicalVariable.AGE))
        .hasValue(107);
    refuses("image,age\na.png,61\nb.png,300\n", "row 3", "age", "'300'");
  }

  @Test
  void all_faults_are_told_at_once() {
    refuses(
        """
            image,age,weight,split,fold,usable,cx,cy,plateau_width,fibula_side
            a.png,old,2,middle,1.5,perhaps,0.5,,,up
            b.png,61
            ,61,1,train,0,yes,,,,
            """,
        "row 2: age must be a number, found 'old'",
        "row 2: weight must be 0 to 1, found '2'",
        "row 2: split must be train, validation or test, found 'middle'",
        "row 2: fold must be a whole number, found '1.5'",
        "row 2: usable must be yes or no, found 'perhaps'",
        "row 2: cx, cy, plateau_width must be given together, found '0.5, , '",
        "row 2: fibula_side must be left, right or unknown, found 'up'",
        "row 3: must have 10 values, found 2",
        "row 4: image must name a file");
  }

  @Test
  void at_most_twenty_faults_are_shown_then_a_count() {
    StringBuilder csv = new StringBuilder("image,age\n");
    for (int i = 0; i < 25; i++) {
      csv.append(i).append(".png,old\n");
    }
    refuses(csv.toString(), "25 faults", "row 21:", "and 5 more");
    assertThatThrownBy(() -> read(csv.toString())).message().doesNotContain("row 22:");
  }

  @Test
  void a_number_is_a_decimal_number_and_nothing_else() {
    for (String slip : new String[] {"NaN", "Infinity", "0x1p3", "61d", "6,1", "1e999"}) {
      assertThatThrownBy(() -> read("image,age\na.png,\"" + slip + "\"\n"))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void quotes_line_breaks_and_a_byte_order_mark_are_read_after_rfc_4180() {
    Cohort cohort =
        read("\uFEFFimage,note\r\n\"a,1.png\",\"said \"\"no\"\"\nand left\"\r\n\r\nb.png,x\r\n");
    assertThat(cohort.columns()).containsExactly("image", "note");
    assertThat(cohort.films().get(0).image()).isEqualTo("a,1.png");
    assertThat(cohort.films().get(0).value("note")).isEqualTo("said \"no\"\nand left");
    assertThat(cohort.films()).hasSize(2);
  }

  @Test
  void the_hash_is_that_of_the_file() throws IOException {
    byte[] bytes = "image\na.png\n".getBytes(StandardCharsets.UTF_8);
    Path csv = Files.write(folder.resolve("c.csv"), bytes);
    assertThat(Cohort.read(csv).sha256()).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void files_that_are_no_cohort_are_refused_by_name() throws IOException {
    refuses("", "empty file");
    refuses("file,age\na.png,3\n", "needs a column image", "[file, age]");
    refuses("image;age\na.png;3\n", "needs a column image", "separated by commas");
    refuses("image,age,age\na.png,3,4\n", "different names");
    refuses("image,note\na.png,\"open\n", "must be CSV");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'i', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> Cohort.read(latin)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> Cohort.read(folder.resolve("none.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("none.csv")
        .hasMessageContaining("no such file");
  }

  @Test
  void films_are_chosen_by_value_use_and_part() {
    Cohort cohort =
        read(
            """
                image,site,usable,split
                a.png,North,yes,train
                b.png,South,no,train
                c.png,north,,test
                """);
    assertThat(cohort.where("site", "NORTH").films())
        .extracting(CohortFilm::image)
        .containsExactly("a.png", "c.png");
    assertThat(cohort.usable().size()).isEqualTo(2);
    assertThat(cohort.part(Split.TEST).films()).extracting(CohortFilm::row).containsExactly(4);
    assertThatThrownBy(() -> cohort.where("site", "East")).hasMessageContaining("'East'");
    assertThatThrownBy(() -> cohort.where("ward", "1")).hasMessageContaining("column ward");
  }

  private void refuses(String csv, String... words) {
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(BadInputException.class)
        .message()
        .contains(words);
  }

  private Cohort read(String csv) {
    return CohortFiles.read(folder, csv);
  }
}
