package org.strnet.evaluation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Folds;
import org.strnet.dataset.LabelRule;
import org.strnet.dataset.Labels;
import org.strnet.dataset.ScreeningTarget;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.network.ClinicalVariable;

class ClinicalBaselineTest {

  private static final List<ClinicalVariable> ALL = List.of(ClinicalVariable.values());

  private static final Targets LOSS =
      new Targets(Targets.BONE.screening(), Optional.empty(), Targets.BONE.tScore());

  @TempDir Path folder;

  @Test
  void age_that_tells_bone_loss_is_found_and_a_patient_without_age_gets_an_estimate() {
    Cohort cohort = ageTellsBoneLoss();
    List<Prediction> predictions =
        ClinicalBaseline.outOfFold(cohort, Folds.drawn(cohort, LOSS, 5, 1), LOSS, ALL, 1);
    assertThat(predictions)
        .extracting(Prediction::image)
        .isEqualTo(cohort.films().stream().map(CohortFilm::image).toList());
    Metrics metrics = metrics(predictions, LOSS.labels(cohort), cohort);
    assertThat(metrics.get("screening.auroc").value().orElseThrow()).isBetween(0.85, 0.99);
    assertThat(metrics.get("screening.auroc").n()).isEqualTo(300);
    assertThat(metrics.get("tscore.pearson").value().orElseThrow()).isBetween(0.6, 0.95);
  }

  @Test
  void a_target_never_explains_itself() {
    Cohort cohort = ageTellsBoneLoss();
    ScreeningTarget female = ScreeningTarget.of("sex", new LabelRule.Words("female", "male"));
    Targets sex = new Targets(Optional.of(female), Optional.empty(), Optional.empty());
    List<Prediction> predictions =
        ClinicalBaseline.outOfFold(cohort, Folds.drawn(cohort, sex, 5, 1), sex, ALL, 1);
    double area =
        metrics(predictions, sex.labels(cohort), cohort)
            .get("screening.auroc")
            .value()
            .orElseThrow();
    assertThat(area).isBetween(0.35, 0.65);
  }

  @Test
  void two_sets_of_predictions_are_compared_on_the_films_both_assessed() {
    Cohort cohort = ageTellsBoneLoss();
    Folds folds = Folds.drawn(cohort, LOSS, 5, 1);
    List<Labels> labels = LOSS.labels(cohort);
    List<Prediction> age = ClinicalBaseline.outOfFold(cohort, folds, LOSS, ALL, 1);
    List<Prediction> sex =
        ClinicalBaseline.outOfFold(cohort, folds, LOSS, List.of(ClinicalVariable.SEX), 1);
    Auroc.Comparison comparison = ScreeningComparison.of(age, sex, labels).orElseThrow();
    assertThat(comparison.difference().value().orElseThrow()).isGreaterThan(0.2);
    assertThat(comparison.p().orElseThrow()).isLessThan(0.001);
    Prediction[] fewer = sex.toArray(Prediction[]::new);
    Arrays.setAll(fewer, i -> Prediction.notAssessable(sex.get(i).image(), "no_knee"));
    assertThat(ScreeningComparison.of(age, List.of(fewer), labels)).isEmpty();
    assertThatThrownBy(() -> ScreeningComparison.of(age, sex.subList(1, 300), labels))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Age alone was measured before at 0.93, its interval about 0.05 to either side. */
  @Test
  void clinical_variables_tell_bone_loss_on_the_knee_cohort() {
    Path csv = shared("knee-cohort/cohort.csv");
    Cohort cohort = Cohort.read(csv).usable();
    Folds folds = Folds.ofColumn(cohort);
    List<Prediction> predictions =
        ClinicalBaseline.outOfFold(cohort, folds, Targets.BONE, List.of(ClinicalVariable.AGE), 1);
    Metrics metrics = metrics(predictions, Targets.BONE.labels(cohort), cohort);
    assertThat(metrics.get("screening.auroc").value().orElseThrow()).isCloseTo(0.93, within(0.05));
  }

  private static Metrics metrics(List<Prediction> predictions, List<Labels> labels, Cohort cohort) {
    return StudyMetrics.of(
        predictions,
        labels,
        cohort.films().stream().map(CohortFilm::patient).toList(),
        OptionalDouble.empty(),
        1);
  }

  /** T-score falls by 0.06 a year from 0 at 35, with noise; every tenth age is not known. */
  private Cohort ageTellsBoneLoss() {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder csv = new StringBuilder("image,bone_loss,t_score,age,sex\n");
    for (int film = 0; film < 300; film++) {
      double age = 30 + 50 * random.nextDouble();
      double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      double tScore = -0.06 * (age - 35) + noise;
      csv.append(
          String.format(
              Locale.ROOT,
              "%d.png,%d,%.2f,%s,%s%n",
              film,
              Math.round(tScore * 100) < -100 ? 1 : 0,
              tScore,
              film % 10 == 0 ? "" : String.format(Locale.ROOT, "%.0f", age),
              random.nextBoolean() ? "female" : "male"));
    }
    try {
      return Cohort.read(Files.writeString(folder.resolve("cohort.csv"), csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    Path file = root.resolveSibling("shared/data").resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data/" + name);
    return file;
  }
}
