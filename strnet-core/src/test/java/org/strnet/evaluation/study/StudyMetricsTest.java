package org.strnet.evaluation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Labels;
import org.strnet.decision.Decision;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.provenance.BadInputException;

class StudyMetricsTest {

  private static final List<String> PATIENTS = List.of("p", "q", "r", "s", "t", "u", "v");

  /**
   * Six assessed films, one not assessable. Bone loss known of five: probabilities 0.9, 0.6, 0.3
   * with, 0.5, 0.2 without; five of six pairs in order. At 0.4 two of three are referred, and one
   * of two is not.
   */
  private static final List<Prediction> PREDICTIONS =
      List.of(
          film("a", 0.9, 0.8, -3),
          film("b", 0.6, 0.4, -2),
          film("c", 0.3, 0.1, -1),
          film("d", 0.5, 0.5, -1),
          film("e", 0.2, 0.5, 0),
          film("f", 0.7, 0.5, -2),
          Prediction.notAssessable("g", "no_knee"));

  private static final List<Labels> LABELS =
      List.of(
          labels(1, 1, -4),
          labels(1, 0, -2),
          labels(1, 0, -1),
          labels(0, -1, 0),
          labels(0, -1, 0),
          Labels.NONE,
          labels(1, 1, -3));

  @TempDir Path folder;

  @Test
  void each_head_is_compared_on_assessed_films_whose_label_is_known() {
    Metrics metrics = metrics();
    assertThat(value(metrics, "flow.films")).isEqualTo(7);
    assertThat(value(metrics, "flow.assessed")).isEqualTo(6);
    assertThat(value(metrics, "flow.not_assessable")).isEqualTo(1);
    assertThat(value(metrics, "flow.failed")).isZero();
    assertThat(value(metrics, "screening.auroc")).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(metrics.get("screening.auroc").n()).isEqualTo(5);
    assertThat(value(metrics, "screening.prevalence")).isCloseTo(0.6, within(1e-12));
    assertThat(value(metrics, "screening.sensitivity")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(metrics.get("screening.sensitivity").n()).isEqualTo(3);
    assertThat(value(metrics, "screening.specificity")).isCloseTo(0.5, within(1e-12));
    assertThat(value(metrics, "screening.threshold")).isEqualTo(0.4);
    assertThat(value(metrics, "severity.auroc")).isEqualTo(1);
    assertThat(metrics.get("severity.auroc").n()).isEqualTo(3);
  }

  /** Errors 1, 0, 0, -1, 0; every reference within 0.5 of its estimate in three of five. */
  @Test
  void the_t_score_is_compared_with_its_reference() {
    Metrics metrics = metrics();
    assertThat(value(metrics, "tscore.mae")).isCloseTo(0.4, within(1e-12));
    assertThat(value(metrics, "tscore.rmse")).isCloseTo(Math.sqrt(0.4), within(1e-12));
    assertThat(value(metrics, "tscore.coverage")).isCloseTo(0.6, within(1e-12));
    assertThat(value(metrics, "tscore.pearson")).isBetween(0.9, 1.0);
    assertThat(value(metrics, "tscore.kappa")).isBetween(0.7, 1.0);
  }

  @Test
  void metrics_stand_in_the_order_of_the_report_and_have_the_names_of_the_design() {
    assertThat(metrics().names())
        .startsWith("flow.films")
        .containsSubsequence(
            "screening.auroc",
            "screening.auprc",
            "screening.sensitivity",
            "screening.specificity",
            "screening.threshold",
            "severity.auroc",
            "tscore.pearson",
            "tscore.mae",
            "tscore.rmse");
  }

  @Test
  void a_study_without_any_label_says_so_in_every_metric_and_ends_well() {
    Metrics metrics =
        StudyMetrics.of(
            new StudyFilms(PREDICTIONS, java.util.Collections.nCopies(7, Labels.NONE), PATIENTS),
            MetricSettings.boneLoss(OptionalDouble.empty(), 1));
    metrics.estimates().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("flow."))
        .forEach(
            entry ->
                assertThat(entry.getValue().text())
                    .as(entry.getKey())
                    .contains("not estimable (n = 0)"));
  }

  /** One label, or one score for all: each figure has a value or its reason, and none is NaN. */
  @Test
  void one_class_only_and_equal_scores_give_a_defined_result() {
    List<Prediction> equal = new ArrayList<>();
    List<Labels> both = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      equal.add(film("e" + i, 0.5, 0.5, -1));
      both.add(labels(i % 2, i % 2 == 1 ? 0 : -1, -1));
      patients.add("p" + i / 2);
    }
    MetricSettings settings = MetricSettings.boneLoss(OptionalDouble.of(0.4), 1);
    Metrics tied = StudyMetrics.of(new StudyFilms(equal, both, patients), settings);
    assertThat(value(tied, "screening.auroc")).isEqualTo(0.5);
    assertThat(value(tied, "screening.auroc_clustered")).isEqualTo(0.5);
    assertThat(tied.get("screening.calibration_slope").isEstimable()).isFalse();
    assertThat(tied.get("tscore.pearson").method()).startsWith("not estimable (n = 40)");

    Metrics oneClass =
        StudyMetrics.of(
            new StudyFilms(equal, java.util.Collections.nCopies(40, labels(1, 1, -3)), patients),
            settings);
    assertThat(oneClass.get("screening.auroc").method()).startsWith("not estimable (n = 40)");
    assertThat(oneClass.get("screening.specificity").method()).startsWith("not estimable (n = 0)");
    assertThat(value(oneClass, "classes.majority")).isEqualTo(1);
  }

  @Test
  void very_many_films_get_fewer_resamples_and_every_estimate_says_how_many() {
    MetricSettings settings = MetricSettings.boneLoss(OptionalDouble.empty(), 1);
    assertThat(settings.bootstrap(265).repetitions()).isEqualTo(2000);
    assertThat(settings.bootstrap(1_000_000).repetitions()).isEqualTo(100);
    assertThat(metrics().get("screening.brier").method()).contains("B = 2000");
  }

  @Test
  void the_file_holds_every_metric_under_its_dotted_name() throws IOException {
    Path file = folder.resolve("metrics.json");
    Metrics metrics = metrics().plus(new Metrics(java.util.Map.of("x.y", none())));
    MetricsFile.write(file, metrics, false);
    assertThat(MetricsFile.read(file)).isEqualTo(metrics);
    assertThat(Files.readString(file))
        .contains("\"screening.auroc\" : {")
        .contains("\"method\" : \"DeLong 95 %\"")
        .contains("\"reason\" : \"not estimable (n = 4): needs more\"")
        .doesNotContain("NaN");
    assertThatThrownBy(() -> MetricsFile.write(file, metrics, false))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> metrics.plus(metrics)).hasMessageContaining("flow.films");
    assertThatThrownBy(() -> metrics.get("screening.f9")).hasMessageContaining("screening.f9");
  }

  @Test
  void a_file_that_holds_no_metrics_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("m.json"), "{\"a\": {\"value\": 1}}");
    assertThatThrownBy(() -> MetricsFile.read(file)).hasMessageContaining("a needs n");
    Path text = Files.writeString(folder.resolve("t.json"), "no");
    assertThatThrownBy(() -> MetricsFile.read(text)).isInstanceOf(BadInputException.class);
  }

  /** 8 of 10 by Wilson: 0.490 to 0.943. */
  @Test
  void an_estimate_reads_as_figure_interval_and_n() {
    assertThat(new ConfusionCounts(8, 2, 1, 3).sensitivity().text())
        .isEqualTo("0.800 (0.490 to 0.943), n = 10");
    assertThat(new ConfusionCounts(8, 2, 1, 3).accuracy().n()).isEqualTo(14);
    assertThat(new ConfusionCounts(8, 2, 0, 0).specificity().isEstimable()).isFalse();
    assertThatThrownBy(() -> Estimate.ofValue(Double.NaN, 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Estimate none() {
    return Estimate.notEstimable(4, "needs more");
  }

  private static Metrics metrics() {
    return StudyMetrics.of(
        new StudyFilms(PREDICTIONS, LABELS, PATIENTS),
        MetricSettings.boneLoss(OptionalDouble.of(0.4), 1));
  }

  private static double value(Metrics metrics, String name) {
    return metrics.get(name).value().orElseThrow();
  }

  private static Prediction film(String image, double loss, double severity, double tScore) {
    return Prediction.assessed(
        image,
        new HeadEstimates(
            OptionalDouble.of(loss),
            OptionalDouble.of(severity),
            OptionalDouble.of(tScore),
            Optional.of(new Interval(tScore - 0.5, tScore + 0.5)),
            Optional.of(loss >= 0.4 ? Decision.REFER : Decision.NOT_FLAGGED)));
  }

  private static Labels labels(int loss, int severity, double tScore) {
    return new Labels(
        OptionalInt.of(loss),
        severity < 0 ? OptionalInt.empty() : OptionalInt.of(severity),
        OptionalDouble.of(tScore));
  }
}
