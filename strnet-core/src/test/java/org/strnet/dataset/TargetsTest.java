package org.strnet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class TargetsTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir Path folder;

  @Test
  void bone_labels_are_the_default() {
    List<Labels> labels =
        Targets.BONE.labels(
            read(
                """
                    image,bone_loss,bone_status,t_score
                    a.png,0,normal,-0.5
                    b.png,1,osteopenia,-2
                    c.png,1,osteoporosis,
                    d.png,1,,
                    e.png,,,-1.2
                    """));
    assertThat(labels)
        .containsExactly(
            new Labels(OptionalInt.of(0), OptionalInt.empty(), OptionalDouble.of(-0.5)),
            new Labels(OptionalInt.of(1), OptionalInt.of(0), OptionalDouble.of(-2)),
            new Labels(OptionalInt.of(1), OptionalInt.of(1), OptionalDouble.empty()),
            new Labels(OptionalInt.of(1), OptionalInt.empty(), OptionalDouble.empty()),
            new Labels(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.of(-1.2)));
  }

  @Test
  void a_graded_target_has_severity_only_among_positives() {
    Targets kl =
        yaml(
            """
            screening: {column: kl, atLeast: 2}
            severity: {column: kl, atLeast: 3, among: positive}
            tScore: {column: kl}
            """);
    assertThat(kl.labels(read("image,kl\na,1\nb,2\nc,4\nd,\n")))
        .containsExactly(
            new Labels(OptionalInt.of(0), OptionalInt.empty(), OptionalDouble.of(1)),
            new Labels(OptionalInt.of(1), OptionalInt.of(0), OptionalDouble.of(2)),
            new Labels(OptionalInt.of(1), OptionalInt.of(1), OptionalDouble.of(4)),
            Labels.NONE);
    assertThat(kl.screening().orElseThrow().name()).isEqualTo("kl >= 2");
    assertThat(kl.columns()).containsExactly("kl");
  }

  @Test
  void a_control_task_may_leave_heads_off() {
    Targets sex =
        yaml(
            """
            screening: {column: sex, positive: female, negative: male}
            severity: none
            tScore: {column: bmi, name: body mass index, unit: kg/m2}
            """);
    assertThat(sex.severity()).isEmpty();
    assertThat(sex.labels(read("image,sex,bmi\na,Female,23\nb,male,\n")))
        .containsExactly(
            new Labels(OptionalInt.of(1), OptionalInt.empty(), OptionalDouble.of(23)),
            new Labels(OptionalInt.of(0), OptionalInt.empty(), OptionalDouble.empty()));
    assertThat(sex.tScore().orElseThrow().meaning()).isEqualTo("body mass index in kg/m2");
  }

  @Test
  void every_value_that_fits_no_label_is_named_with_its_row() {
    Targets words = yaml("screening: {column: side, positive: left, negative: right}");
    assertThatThrownBy(() -> words.labels(read("image,side\na,left\nb,up\nc,down\n")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("row 3: side must be left or right, found 'up'")
        .hasMessageContaining("row 4: side must be left or right, found 'down'");
    assertThatThrownBy(() -> Targets.BONE.labels(read("image,bone_loss\na,1\n")))
        .hasMessageContaining("bone_status");
  }

  @Test
  void a_positive_film_with_normal_status_has_no_severity() {
    Path csv = CohortFiles.write(folder, "image,bone_loss,bone_status,t_score\na,1,normal,\n");
    Cohort cohort = Cohort.read(csv, Contradictions.REPORT_AND_GO_ON);
    assertThat(Targets.BONE.labels(cohort).get(0).osteoporosis()).isEmpty();
  }

  @Test
  void heads_without_their_column_are_left_out_on_request() {
    Targets present = Targets.BONE.presentIn(read("image,bone_loss\na,1\n"));
    assertThat(present.screening()).isPresent();
    assertThat(present.severity()).isEmpty();
    assertThat(present.tScore()).isEmpty();
    assertThatThrownBy(() -> Targets.BONE.presentIn(read("image,kl\na,1\n")))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void a_configuration_comes_back_as_it_was_written() throws JsonProcessingException {
    for (String config :
        List.of(
            "{}",
            "screening: {column: kl, atLeast: 2.5, name: arthrosis}",
            "{screening: {column: sex, positive: f, negative: m}, tScore: {column: bmi}}")) {
      Targets targets = yaml(config);
      ObjectMapper json = new ObjectMapper();
      assertThat(json.readValue(json.writeValueAsString(targets), Targets.class))
          .isEqualTo(targets);
    }
    assertThat(yaml("{}")).isEqualTo(Targets.BONE);
    assertThat(new ObjectMapper().writeValueAsString(Targets.BONE))
        .contains("\"positive\":\"osteoporosis\"");
  }

  @Test
  void mistakes_in_a_configuration_are_named() {
    mistake("triage: {column: a}", "triage");
    mistake("screening: {colum: a}", "colum");
    mistake("screening: {atLeast: 1}", "needs a column");
    mistake("screening: {column: a, atLeast: x}", "atLeast");
    mistake("screening: {column: a, positive: x}", "negative");
    mistake("screening: {column: a}\nseverity: {column: b, among: all}", "among");
    mistake("severity: {column: a}", "screening must be on");
    mistake("screening: none", "at least one head");
    mistake("screening: kl", "none or name a column");
  }

  private static void mistake(String config, String word) {
    assertThatThrownBy(() -> Targets.fromJson(YAML.readTree(config)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("targets")
        .hasMessageContaining(word);
  }

  private static Targets yaml(String config) {
    try {
      return YAML.readValue(config, Targets.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Cohort read(String csv) {
    return CohortFiles.read(folder, csv);
  }
}
