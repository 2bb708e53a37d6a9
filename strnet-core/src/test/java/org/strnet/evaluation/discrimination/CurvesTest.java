package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/** Precision against recall, and each of three classes against the rest. */
class CurvesTest {

  private static final GoldenFile GOLDEN = new GoldenFile("discrimination/curves.csv");
  private static final List<String> EACH =
      IntStream.range(0, 80).mapToObj(film -> "p" + film).toList();

  @Test
  void precision_and_recall_are_those_of_scikit_learn() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(Golden.scores("score_a"));
    int n = curve.points().size();
    assertThat(n).isEqualTo((int) GOLDEN.get("points"));
    for (int i = 0; i < n; i += 7) {
      PrecisionRecallCurve.Point point = curve.points().get(n - 1 - i);
      assertThat(point.threshold()).isEqualTo(GOLDEN.get("threshold_" + i));
      assertThat(point.precision()).isCloseTo(GOLDEN.get("precision_" + i), within(1e-15));
      assertThat(point.recall()).isCloseTo(GOLDEN.get("recall_" + i), within(1e-15));
    }
    assertThat(curve.baseRate()).isEqualTo(0.4);
    assertThat(curve.points().get(n - 1).precision()).isEqualTo(curve.baseRate());
  }

  @Test
  void average_precision_tells_its_base_rate() {
    BinaryScores films = Golden.scores("score_a");
    Estimate area = AveragePrecision.estimate(films, EACH, new PatientBootstrap(200, 3));
    assertThat(area.interval()).isPresent();
    assertThat(area.method())
        .isEqualTo(
            "percentile bootstrap over 80 patients, 95 %, B = 200, seed 3; without skill 0.400");
  }

  @Test
  void a_curve_without_a_positive_film_is_refused() {
    BinaryScores none = new BinaryScores(new double[] {1, 2}, new boolean[] {false, false});
    assertThatThrownBy(() -> PrecisionRecallCurve.of(none))
        .hasMessage("needs films with the finding, found none of 2");
    assertThat(
            AveragePrecision.estimate(none, List.of("a", "b"), new PatientBootstrap(100, 1)).text())
        .isEqualTo("not estimable (n = 2): needs films with the finding");
  }

  @Test
  void each_class_against_the_rest_is_that_of_scikit_learn() {
    ClassScores films = threeClasses();
    List<Estimate> areas = OneVersusRest.areas(films);
    List<Estimate> clustered = OneVersusRest.areas(films, EACH);
    for (int k = 0; k < 3; k++) {
      double expected = GOLDEN.get("one_versus_rest_" + k);
      assertThat(areas.get(k).value().orElseThrow()).isCloseTo(expected, within(1e-12));
      assertThat(clustered.get(k).low().orElseThrow())
          .isCloseTo(areas.get(k).low().orElseThrow(), within(1e-12));
    }
    Estimate mean = OneVersusRest.mean(films, EACH, new PatientBootstrap(200, 3));
    assertThat(mean.value().orElseThrow())
        .isCloseTo(GOLDEN.get("one_versus_rest_mean"), within(1e-12));
    assertThat(mean.interval()).isPresent();
  }

  @Test
  void a_class_that_does_not_occur_has_no_area_and_no_mean() {
    ClassScores films =
        new ClassScores(new double[][] {{1, 2, 3}, {3, 2, 1}, {2, 2, 2}}, new int[] {0, 1, 1});
    assertThat(OneVersusRest.areas(films).get(2).text()).contains("found 0 positive, 3 negative");
    assertThat(OneVersusRest.mean(films)).isEmpty();
    assertThat(OneVersusRest.mean(new ClassScores(new double[0][], new int[0]))).isEmpty();
    assertThatThrownBy(() -> new ClassScores(new double[][] {{1, 2}}, new int[] {2}))
        .hasMessage("film 0 must have 2 scores and one of their classes, found 2 and class 2");
  }

  private static ClassScores threeClasses() {
    double[] a = Golden.column("score_a");
    double[] b = Golden.column("score_b");
    double[] label = Golden.column("positive");
    double[][] scores = new double[80][];
    int[] classes = new int[80];
    for (int i = 0; i < 80; i++) {
      double[] weights = {Math.exp(-a[i]), Math.exp(a[i] / 2), Math.exp(b[i])};
      double sum = weights[0] + weights[1] + weights[2];
      scores[i] = new double[] {weights[0] / sum, weights[1] / sum, weights[2] / sum};
      classes[i] = label[i] == 0 ? 0 : 1 + i % 2;
    }
    return new ClassScores(scores, classes);
  }
}
