package org.strnet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class ContradictionSearchTest {

  @TempDir Path folder;

  @Test
  void labels_that_agree_at_the_boundaries_are_no_contradiction() {
    assertThat(
            found(
                """
                    image,bone_status,bone_loss,t_score
                    a.png,normal,0,-1.0
                    b.png,osteopenia,1,-1.01
                    c.png,osteopenia,1,-2.49
                    d.png,osteoporosis,1,-2.5
                    e.png,,1,
                    f.png,,,
                    """))
        .isEmpty();
  }

  @Test
  void a_t_score_against_the_status_is_found() {
    assertThat(found("image,bone_status,t_score\na.png,osteoporosis,-0.5\n"))
        .containsExactly("row 2: t_score -0.5 means normal but bone_status is osteoporosis");
  }

  @Test
  void a_t_score_against_bone_loss_is_found_where_the_status_is_not_known() {
    assertThat(found("image,bone_loss,t_score\na.png,0,-1.7\n"))
        .containsExactly("row 2: t_score -1.7 means osteopenia but bone_loss is 0");
  }

  @Test
  void bone_loss_against_the_status_is_found() {
    assertThat(found("image,bone_status,bone_loss\na.png,normal,1\nb.png,osteopenia,0\n"))
        .containsExactly(
            "row 2: bone_loss is 1 but bone_status is normal",
            "row 3: bone_loss is 0 but bone_status is osteopenia");
  }

  @Test
  void a_patient_in_two_folds_or_parts_is_found_unless_the_film_is_not_used() {
    assertThat(
            found(
                """
                    image,patient,fold,split,usable
                    a.png,p,0,train,yes
                    b.png,p,1,test,yes
                    c.png,q,0,train,yes
                    d.png,q,1,test,no
                    """))
        .containsExactly(
            "rows 2, 3: patient 'p' is in two folds",
            "rows 2, 3: patient 'p' is in two parts of the split");
  }

  @Test
  void one_image_under_two_labels_or_patients_is_found_however_its_path_is_written() {
    assertThat(
            found(
                """
                    image,patient,bone_loss
                    a.png,p,0
                    ./a.png,p,1
                    b.png,p,0
                    x/../b.png,q,0
                    """))
        .containsExactly(
            "rows 2, 3: one image, a.png, under two labels",
            "rows 4, 5: one image, b.png, under two patients");
  }

  @Test
  void a_cohort_that_contradicts_itself_is_refused_unless_told_to_go_on() {
    Path csv = CohortFiles.write(folder, "image,bone_status,bone_loss\na.png,normal,1\n");
    assertThatThrownBy(() -> Cohort.read(csv))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("contradict")
        .hasMessageContaining("row 2");
    assertThat(Cohort.read(csv, Contradictions.REPORT_AND_GO_ON).size()).isEqualTo(1);
  }

  private List<String> found(String csv) {
    return Cohort.read(CohortFiles.write(folder, csv), Contradictions.REPORT_AND_GO_ON)
        .contradictions()
        .stream()
        .map(Contradiction::text)
        .toList();
  }
}
