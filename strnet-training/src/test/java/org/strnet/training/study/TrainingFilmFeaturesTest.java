package org.strnet.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.dataset.Labels;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.pixels.KneePatch;
import org.strnet.pixels.KneePixels;
import org.strnet.pixels.PixelSpecification;
import org.strnet.radiograph.Radiograph;
import org.strnet.training.loop.TrainingKnee;

/** Which films statistics are made of; the only feature of a film is its row. */
class TrainingFilmFeaturesTest {

  private static final KneePatch PATCH = patch();

  private final List<Integer> asked = new ArrayList<>();

  private List<float[]> features(List<TrainingKnee> knees) {
    return knees.stream()
        .map(
            knee -> {
              asked.add(knee.row());
              return new float[] {knee.row()};
            })
        .toList();
  }

  @Test
  void statistics_are_of_the_training_films_only_and_the_limit_of_the_validation_films_only() {
    FeatureDistribution made =
        TrainingFilmFeatures.of(
                new NetworkFit.Films(knees(0, 100, 1), knees(1000, 1100, 1)), this::features)
            .orElseThrow();

    assertThat(made.films()).isEqualTo(100);
    assertThat(made.means()).containsExactly(new double[] {49.5}, within(1e-9));
    // Rows 0 to 99: variance 100 x 101 / 12. The farthest validation film is row 1099.
    double spread = Math.sqrt(100 * 101 / 12.0);
    assertThat(made.spreads()).containsExactly(new double[] {spread}, within(1e-4));
    assertThat(made.limit().distance()).isEqualTo((1099 - 49.5) / spread, within(1e-3));
    assertThat(made.limit().films()).isEqualTo(100);
    assertThat(made.limit().basis()).isEqualTo(Basis.VALIDATION);
  }

  @Test
  void with_few_validation_films_the_limit_comes_from_training_films_of_other_patients() {
    FeatureDistribution made =
        TrainingFilmFeatures.of(
                new NetworkFit.Films(knees(0, 100, 2), knees(1000, 1099, 1)), this::features)
            .orElseThrow();

    assertThat(made.means()).containsExactly(new double[] {49.5}, within(1e-9));
    assertThat(made.limit().films()).isEqualTo(100);
    assertThat(made.limit().basis()).isEqualTo(Basis.CROSS_FITTED);
    assertThat(asked).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void too_few_films_or_patients_make_no_statistics() {
    List<TrainingKnee> validation = knees(1000, 1100, 1);

    assertThat(
            TrainingFilmFeatures.of(
                new NetworkFit.Films(knees(0, 99, 1), validation), this::features))
        .isEmpty();
    assertThat(
            TrainingFilmFeatures.of(
                new NetworkFit.Films(knees(0, 100, 25), List.of()), this::features))
        .isEmpty();
    assertThat(asked).isEmpty();
  }

  private static List<TrainingKnee> knees(int from, int to, int filmsOfPatient) {
    Labels none = new Labels(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
    return IntStream.range(from, to)
        .mapToObj(
            row ->
                new TrainingKnee(
                    row, "p" + row / filmsOfPatient, PATCH, ClinicalVariables.NONE, none, 1, ""))
        .toList();
  }

  private static KneePatch patch() {
    short[] samples = new short[64 * 64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 64);
    }
    return new KneePixels(PixelSpecification.ofSize(32))
        .patch(
            Radiograph.of(64, 64, 8, samples),
            KneeRegion.annotated(0.5, 0.5, 0.5, FibulaSide.RIGHT));
  }
}
