package org.strnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistribution.Limit;
import org.strnet.radiograph.NotAssessable;

class FeatureDistributionTest {

  private static final Limit TWO = new Limit(2, 199, 199, Basis.VALIDATION);

  /** Means 1, 2, 3; spreads 1, 2, 4. */
  private static FeatureDistribution byHand() {
    return new FeatureDistribution(10, new double[] {1, 2, 3}, new double[] {1, 2, 4}, TWO);
  }

  @Test
  void a_distance_is_the_root_mean_square_of_the_standardised_pooled_features() {
    // Pooled 2, 6, 3: standardised 1, 2, 0, so sqrt((1 + 4 + 0) / 3).
    FeatureMap map = new FeatureMap(3, 1, 2, new float[] {1, 3, 6, 6, 0, 6});

    assertThat(map.pooled()).containsExactly(2, 6, 3);
    assertThat(byHand().distance(map)).isEqualTo(Math.sqrt(5.0 / 3), within(1e-12));
    assertThat(byHand().refusal(map)).isEmpty();
  }

  @Test
  void a_knee_beyond_the_limit_is_refused_with_the_rule_and_the_found_value() {
    // Standardised 3, 3, 3.
    FeatureMap map = new FeatureMap(3, 1, 1, new float[] {4, 8, 15});

    NotAssessable why = byHand().refusal(map).orElseThrow();

    assertThat(why.reason()).isEqualTo(NotAssessable.Reason.OUT_OF_DISTRIBUTION);
    assertThat(why.detail()).endsWith("at a distance of 2.000 at most, found 3.000");
  }

  @Test
  void a_knee_on_the_limit_is_assessed() {
    assertThat(byHand().refusal(new FeatureMap(3, 1, 1, new float[] {3, 6, 11}))).isEmpty();
  }

  @Test
  void means_and_spreads_are_those_of_the_films_and_a_small_spread_is_raised() {
    // Feature by feature: 1, 3; 0, 8; 5, 5.02. Standard deviations sqrt(2), sqrt(32), 0.0141.
    List<float[]> training = List.of(new float[] {1, 0, 5}, new float[] {3, 8, 5.02f});

    FeatureDistribution made =
        FeatureDistributionFit.validated(training, List.of(new float[] {2, 4, 5.01f + 0.70711f}));

    assertThat(made.films()).isEqualTo(2);
    assertThat(made.means()).containsExactly(new double[] {2, 4, 5.01}, within(1e-5));
    double median = Math.sqrt(2);
    assertThat(made.spreads())
        .containsExactly(new double[] {median, Math.sqrt(32), median / 2}, within(1e-5));
    // The validation film's standardised features are 0, 0, 1.
    assertThat(made.limit().distance()).isEqualTo(Math.sqrt(1.0 / 3), within(1e-4));
    assertThat(made.limit().refusedShare()).isEqualTo(0.5);
  }

  @Test
  void the_limit_is_the_order_statistic_that_leaves_half_a_percent_of_held_out_films() {
    List<float[]> training = List.of(new float[] {-1}, new float[] {1});
    List<float[]> validation =
        IntStream.rangeClosed(1, 399).mapToObj(i -> new float[] {i}).toList();

    FeatureDistribution made = FeatureDistributionFit.validated(training, validation);

    // 400 times 0.995 is 398: the 398th smallest of 399.
    assertThat(made.limit().passing()).isEqualTo(398);
    assertThat(made.limit().distance()).isEqualTo(398 / Math.sqrt(2), within(1e-3));
    assertThat(made.limit().refusedShare()).isEqualTo(0.005, within(1e-12));
  }

  @Test
  void a_cross_fitted_limit_measures_each_patient_with_the_films_of_the_others() {
    // Patients a to d have 0 and 2 in turn, e has 100 twice: beyond the others, never among them.
    List<float[]> films = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (String patient : List.of("a", "b", "c", "d")) {
      films.add(new float[] {0});
      films.add(new float[] {2});
      Collections.addAll(patients, patient, patient);
    }
    films.add(new float[] {100});
    films.add(new float[] {100});
    Collections.addAll(patients, "e", "e");

    FeatureDistribution made = FeatureDistributionFit.crossFitted(films, patients);

    // Without e: mean 1, variance 8 / 7.
    assertThat(made.limit().distance()).isEqualTo(99 / Math.sqrt(8.0 / 7), within(1e-3));
    assertThat(made.limit().basis()).isEqualTo(Basis.CROSS_FITTED);
    assertThat(made.films()).isEqualTo(10);
    assertThat(made.means()).containsExactly(new double[] {20.8}, within(1e-12));
  }

  @Test
  void about_half_a_percent_of_new_films_is_refused() {
    SplittableRandom random = new SplittableRandom(2026);
    int refused = 0;
    for (int study = 0; study < 40; study++) {
      FeatureDistribution made =
          FeatureDistributionFit.validated(drawn(random, 50), drawn(random, 399));
      for (float[] film : drawn(random, 500)) {
        refused += made.distance(film) > made.limit().distance() ? 1 : 0;
      }
    }
    assertThat(refused / 20_000.0).isBetween(0.003, 0.007);
  }

  private static List<float[]> drawn(SplittableRandom random, int films) {
    return IntStream.range(0, films)
        .mapToObj(
            i -> new float[] {(float) random.nextGaussian(), 3 * (float) random.nextGaussian()})
        .toList();
  }

  @Test
  void what_cannot_be_statistics_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureDistribution(10, new double[1], new double[] {0}, TWO))
        .withMessageContaining("a spread above 0, found 0.0, 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureDistribution(1, new double[1], new double[] {1}, TWO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(2, 10, 11, Basis.VALIDATION))
        .withMessageContaining("1 to 10 films, found 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byHand().distance(new float[2]))
        .withMessage("3 pooled features are known, found 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FeatureDistributionFit.crossFitted(
                    List.of(new float[1], new float[1]), List.of("a", "b")));
  }
}
