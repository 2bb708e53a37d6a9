package org.strnet.evaluation.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.decision.Decision;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.provenance.BadInputException;

class PredictionsFileTest {

  private static final List<Prediction> ROWS =
      List.of(
          Prediction.assessed(
              "a, b.png",
              new HeadEstimates(
                  OptionalDouble.of(1.0 / 3),
                  OptionalDouble.of(1e-7),
                  OptionalDouble.of(-1.25),
                  Optional.of(new Interval(-2.5, 0)),
                  Optional.of(Decision.REFER))),
          Prediction.assessed(
              "b.png",
              new HeadEstimates(
                  OptionalDouble.of(0.2),
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  Optional.empty(),
                  Optional.empty())),
          Prediction.notAssessable("c.png", "no_knee"),
          Prediction.failed("d.png", "said \"no\""));

  @TempDir Path folder;

  @Test
  void rows_are_written_as_designed() throws IOException {
    Path file = folder.resolve("out/predictions.csv");
    PredictionsFile.write(file, ROWS, false);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            image,outcome,reason,p_bone_loss,p_osteoporosis_given_loss,t_score,t_low,t_high,decision
            "a, b.png",assessed,,0.3333333333333333,1.0E-7,-1.25,-2.5,0.0,refer
            b.png,assessed,,0.2,,,,,
            c.png,not_assessable,no_knee,,,,,,
            d.png,failed,"said ""no""\",,,,,,
            """);
  }

  @Test
  void what_is_written_is_read_back_exactly() {
    Path file = folder.resolve("predictions.csv");
    PredictionsFile.write(file, ROWS, false);
    assertThat(PredictionsFile.read(file)).isEqualTo(ROWS);
  }

  @Test
  void a_file_that_is_there_is_kept_unless_forced() throws IOException {
    Path file = Files.writeString(folder.resolve("predictions.csv"), "mine");
    assertThatThrownBy(() -> PredictionsFile.write(file, ROWS, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--force");
    assertThat(Files.readString(file)).isEqualTo("mine");
    PredictionsFile.write(file, ROWS, true);
    assertThat(PredictionsFile.read(file)).hasSize(4);
  }

  @Test
  void predictions_of_another_cohort_are_refused() throws IOException {
    Path file = folder.resolve("predictions.csv");
    PredictionsFile.write(file, ROWS, false);
    Path csv = folder.resolve("cohort.csv");
    Cohort same = Cohort.read(Files.writeString(csv, "image\n\"a, b.png\"\nb.png\nc.png\nd.png\n"));
    assertThat(PredictionsFile.read(file, same)).isEqualTo(ROWS);
    Cohort turned =
        Cohort.read(Files.writeString(csv, "image\n\"a, b.png\"\nc.png\nb.png\nd.png\n"));
    assertThatThrownBy(() -> PredictionsFile.read(file, turned))
        .hasMessageContaining("row 3 must be of the cohort's film c.png, found b.png");
    Cohort fewer = Cohort.read(Files.writeString(csv, "image\nb.png\n"));
    assertThatThrownBy(() -> PredictionsFile.read(file, fewer)).hasMessageContaining("found 4");
  }

  @Test
  void rows_that_are_not_predictions_are_named() throws IOException {
    refuses("a.png,assessed,,2,,,,,refer", "row 2", "[0, 1]");
    refuses("a.png,assessed,,x,,,,,refer", "row 2", "p_bone_loss must be a number, found 'x'");
    refuses("a.png,assessed,,0.5,,,,,negative", "unknown decision negative");
    refuses("a.png,assessed,,0.5,,-1,-2,,refer", "stand together");
    refuses("a.png,skipped,,,,,,,", "unknown outcome skipped");
    refuses("a.png,failed,,,,,,,", "a reason");
    refuses("a.png,assessed", "must have 9 values, found 2");
    Path other = Files.writeString(folder.resolve("other.csv"), "image,p\n");
    assertThatThrownBy(() -> PredictionsFile.read(other)).hasMessageContaining("columns");
  }

  private void refuses(String row, String... words) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.csv"), String.join(",", PredictionsFile.COLUMNS) + "\n" + row);
    assertThatThrownBy(() -> PredictionsFile.read(file))
        .isInstanceOf(BadInputException.class)
        .message()
        .contains(words);
  }
}
