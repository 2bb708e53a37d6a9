package org.strnet.evaluation.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;

/** The bias-corrected and accelerated interval, strata and threads. */
class BcaShiftTest {

  private static final GoldenFile GOLDEN = new GoldenFile("resampling/bca.csv");
  private static final double[] X = {3, 7, 1, 9, 4, 12, 2, 8, 5, 30};
  private static final double[] Y = {2, 3, 2, 5, 1, 6, 3, 4, 2, 7};

  @Test
  void bias_acceleration_and_ranks_are_those_of_the_package_boot() {
    double estimate = 81.0 / 35;
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] resampled =
        IntStream.rangeClosed(1, 999)
            .mapToDouble(
                k -> estimate + 0.2 * normal.inverseCumulativeProbability((k - 0.4) / 999.2) + 0.1)
            .toArray();
    BcaShift shift =
        BcaShift.of(estimate, resampled, ResampledPatients.of(patients(10, 1)), BcaShiftTest::ratio)
            .orElseThrow();
    assertThat(shift.bias()).isCloseTo(GOLDEN.get("bias"), within(1e-9));
    assertThat(shift.acceleration()).isCloseTo(GOLDEN.get("acceleration"), within(1e-12));
    // boot rounds its ranks to two decimals.
    assertThat(1000 * shift.share(-1.959963984540054))
        .isCloseTo(GOLDEN.get("rank_low"), within(0.0051));
    assertThat(1000 * shift.share(1.959963984540054))
        .isCloseTo(GOLDEN.get("rank_high"), within(0.0051));
  }

  /** The mean of 0, 0, 3: influences -1, -1, 2 over 3; cubes 6 / 27, squares 6 / 9. */
  @Test
  void the_acceleration_is_that_worked_by_hand() {
    double[] numbers = {0, 0, 3};
    BcaShift shift =
        BcaShift.of(1, new double[] {0, 1, 2}, ResampledPatients.of(patients(3, 1)), mean(numbers))
            .orElseThrow();
    assertThat(shift.bias()).isCloseTo(0, within(1e-12));
    assertThat(shift.acceleration())
        .isCloseTo(6.0 / 27 / (6 * Math.pow(6.0 / 9, 1.5)), within(1e-12));
  }

  /** A mean of skewed numbers: BCa moves both limits towards the long tail. */
  @Test
  void a_skewed_statistic_moves_both_limits_towards_its_tail() {
    double[] numbers = new SplittableRandom(1).doubles(40).map(u -> -Math.log(1 - u)).toArray();
    Estimate plain =
        new PatientBootstrap(4000, 5).estimate(patients(40, 1), mean(numbers), "needs films");
    Estimate corrected =
        new PatientBootstrap(4000, 5, BootstrapInterval.BCA)
            .estimate(patients(40, 1), mean(numbers), "needs films");
    assertThat(corrected.low().orElseThrow()).isGreaterThan(plain.low().orElseThrow());
    assertThat(corrected.high().orElseThrow()).isGreaterThan(plain.high().orElseThrow());
    assertThat(corrected.method())
        .isEqualTo("BCa bootstrap over 40 patients, 95 %, B = 4000, seed 5");
  }

  @Test
  void values_on_one_side_and_influences_that_do_not_exist_give_no_shift() {
    ResampledPatients three = ResampledPatients.of(patients(3, 1));
    assertThat(BcaShift.of(9, new double[] {1, 2}, three, mean(new double[] {1, 2, 3}))).isEmpty();
    Function<int[], OptionalDouble> needsAll =
        rows -> rows.length < 3 ? OptionalDouble.empty() : OptionalDouble.of(1.5);
    assertThat(BcaShift.of(1.5, new double[] {1, 2}, three, needsAll)).isEmpty();
  }

  /** Each stratum keeps its size: the share of the first class never moves, so it has no width. */
  @Test
  void a_resample_holds_as_many_patients_of_each_class_as_the_cohort() {
    List<String> patients = patients(40, 2);
    List<String> classes =
        IntStream.range(0, 40).mapToObj(film -> film < 10 ? "loss" : "none").toList();
    Function<int[], OptionalDouble> share =
        rows -> Arrays.stream(rows).mapToDouble(row -> row < 10 ? 1 : 0).average();
    PatientBootstrap bootstrap = new PatientBootstrap(500, 3);
    Estimate stratified =
        bootstrap.estimate(ResampledPatients.stratified(patients, classes), share, "needs films");
    assertThat(stratified.interval()).isEmpty();
    assertThat(stratified.method())
        .isEqualTo(
            "percentile bootstrap over 20 patients in 2 strata, 95 %, B = 500, seed 3:"
                + " no interval, its limits coincide");
    assertThat(bootstrap.estimate(patients, share, "needs films").interval()).isPresent();
  }

  /** A patient with films of both classes belongs to neither pool but to that of both. */
  @Test
  void patients_with_films_of_several_classes_have_a_stratum_of_their_own() {
    ResampledPatients patients =
        ResampledPatients.stratified(
            List.of("a", "a", "b", "b", "c", "d", "d"), List.of("x", "y", "y", "x", "x", "y", "y"));
    assertThat(patients.size()).isEqualTo(4);
    assertThat(patients.strata()).isEqualTo(3);
  }

  @Test
  void any_number_of_threads_gives_the_same_interval() throws Exception {
    double[] numbers = new SplittableRandom(2).doubles(60).toArray();
    for (BootstrapInterval kind : BootstrapInterval.values()) {
      PatientBootstrap bootstrap = new PatientBootstrap(500, 11, kind);
      ForkJoinPool one = new ForkJoinPool(1);
      ForkJoinPool four = new ForkJoinPool(4);
      try {
        Estimate alone =
            one.submit(() -> bootstrap.estimate(patients(60, 2), mean(numbers), "")).get();
        Estimate together =
            four.submit(() -> bootstrap.estimate(patients(60, 2), mean(numbers), "")).get();
        assertThat(together).isEqualTo(alone);
      } finally {
        one.shutdown();
        four.shutdown();
      }
    }
  }

  private static OptionalDouble ratio(int[] rows) {
    double x = Arrays.stream(rows).mapToDouble(row -> X[row]).sum();
    double y = Arrays.stream(rows).mapToDouble(row -> Y[row]).sum();
    return OptionalDouble.of(x / y);
  }

  private static Function<int[], OptionalDouble> mean(double[] numbers) {
    return rows -> Arrays.stream(rows).mapToDouble(row -> numbers[row]).average();
  }

  private static List<String> patients(int films, int each) {
    return IntStream.range(0, films).mapToObj(film -> "p" + film / each).toList();
  }
}
