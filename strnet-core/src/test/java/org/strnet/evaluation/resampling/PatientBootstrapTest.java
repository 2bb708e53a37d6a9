package org.strnet.evaluation.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.discrimination.AveragePrecision;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;

class PatientBootstrapTest {

  private static final PatientBootstrap BOOTSTRAP = new PatientBootstrap(2000, 7);

  @Test
  void average_precision_is_that_of_scikit_learn() {
    for (String score : List.of("a", "b")) {
      assertThat(AveragePrecision.of(Golden.scores("score_" + score)).orElseThrow())
          .isCloseTo(Golden.sklearn("average_precision_" + score), within(1e-12));
    }
  }

  /** Order positive, negative, positive: 1/2 x 1 + 1/2 x 2/3 = 5/6. */
  @Test
  void average_precision_is_that_worked_by_hand() {
    BinaryScores films =
        new BinaryScores(new double[] {3, 2, 1}, new boolean[] {true, false, true});
    assertThat(AveragePrecision.of(films).orElseThrow()).isCloseTo(5.0 / 6, within(1e-15));
    BinaryScores none = new BinaryScores(new double[] {3, 2}, new boolean[] {false, false});
    assertThat(AveragePrecision.of(none)).isEmpty();
  }

  /** The mean of n independent numbers has the interval of its standard error. */
  @Test
  void the_interval_of_a_mean_is_about_that_of_its_standard_error() {
    double[] numbers = new SplittableRandom(1).doubles(400).toArray();
    Estimate mean = BOOTSTRAP.estimate(patients(400, 1), mean(numbers), "needs films");
    double half = (mean.high().orElseThrow() - mean.low().orElseThrow()) / 2;
    assertThat(half).isCloseTo(1.96 * Math.sqrt(1.0 / 12 / 400), within(0.003));
  }

  /**
   * Four equal films of each patient say no more than one: the interval must not shrink as it would
   * if films were drawn one by one, which halves it.
   */
  @Test
  void films_of_one_patient_are_drawn_together() {
    double[] once = new SplittableRandom(1).doubles(100).toArray();
    double[] four = new double[400];
    Arrays.setAll(four, i -> once[i / 4]);
    Estimate single = BOOTSTRAP.estimate(patients(100, 1), mean(once), "needs films");
    Estimate repeated = BOOTSTRAP.estimate(patients(400, 4), mean(four), "needs films");
    assertThat(repeated.low().orElseThrow()).isCloseTo(single.low().orElseThrow(), within(1e-12));
    assertThat(repeated.high().orElseThrow()).isCloseTo(single.high().orElseThrow(), within(1e-12));
  }

  @Test
  void a_seed_gives_the_same_interval_again_and_another_seed_another() {
    double[] numbers = new SplittableRandom(1).doubles(50).toArray();
    Function<int[], OptionalDouble> mean = mean(numbers);
    Estimate first = BOOTSTRAP.estimate(patients(50, 1), mean, "");
    assertThat(BOOTSTRAP.estimate(patients(50, 1), mean, "")).isEqualTo(first);
    assertThat(new PatientBootstrap(2000, 8).estimate(patients(50, 1), mean, ""))
        .isNotEqualTo(first);
  }

  @Test
  void too_few_patients_give_a_figure_without_interval() {
    Estimate lone =
        BOOTSTRAP.estimate(List.of("p", "p", "p"), mean(new double[] {1, 2, 6}), "needs films");
    assertThat(lone.value()).hasValue(3);
    assertThat(lone.interval()).isEmpty();
    Estimate none = BOOTSTRAP.estimate(List.of(), rows -> OptionalDouble.empty(), "needs films");
    assertThat(none.text()).isEqualTo("not estimable (n = 0): needs films");
  }

  /** One positive among five patients is missing from a third of the resamples. */
  @Test
  void a_statistic_that_often_does_not_exist_has_no_interval() {
    BinaryScores films =
        new BinaryScores(
            new double[] {5, 4, 3, 2, 1}, new boolean[] {true, false, false, false, false});
    Estimate precision =
        BOOTSTRAP.estimate(
            patients(5, 1), rows -> AveragePrecision.of(films.select(rows)), "needs films");
    assertThat(precision.value()).hasValue(1);
    assertThat(precision.interval()).isEmpty();
  }

  /** Of 1, 2, 3, 4 the share 0.5 is 2.5 and the share 0.1 is 1.3 (R: quantile(1:4, c(.5, .1))). */
  @Test
  void quantiles_are_interpolated_as_in_r() {
    double[] sorted = {1, 2, 3, 4};
    assertThat(PatientBootstrap.quantile(sorted, 0.5)).isEqualTo(2.5);
    assertThat(PatientBootstrap.quantile(sorted, 0.1)).isCloseTo(1.3, within(1e-15));
    assertThat(PatientBootstrap.quantile(sorted, 1)).isEqualTo(4);
  }

  private static Function<int[], OptionalDouble> mean(double[] numbers) {
    return rows -> Arrays.stream(rows).mapToDouble(row -> numbers[row]).average();
  }

  private static List<String> patients(int films, int each) {
    return IntStream.range(0, films).mapToObj(film -> "p" + film / each).toList();
  }
}
