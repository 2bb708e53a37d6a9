package org.strnet.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.Manifests;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistribution.Limit;
import org.strnet.network.FeatureMap;
import org.strnet.network.NetworkOutput;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.FilmResult;

/** Knees whose features lie far from those of the training films. */
class UnlikeKneesTest {

  /** One feature, 1.5 on the training films, up to 2 away. */
  private static final FeatureDistribution STATISTICS =
      new FeatureDistribution(
          10, new double[] {1.5}, new double[] {1}, new Limit(2, 199, 199, Basis.VALIDATION));

  @TempDir Path temp;

  /** The features of each knee in turn. */
  private static BoneLossNetwork network(float... features) {
    AtomicInteger knees = new AtomicInteger();
    return new BoneLossNetwork() {
      @Override
      public NetworkOutput assess(float[] film, float[] clinical) {
        return new NetworkOutput(2, 0.5, -1.5);
      }

      @Override
      public Evidence explain(float[] film, float[] clinical) {
        float[] feature = {features[knees.getAndIncrement()]};
        return new Evidence(
            assess(film, clinical), new FeatureMap(1, 1, 1, feature), new float[] {1});
      }
    };
  }

  private FilmResult screen(
      BundleManifest manifest, BoneLossNetwork network, Explanations explanations, int... knees)
      throws IOException {
    Path film = BarFilms.write(temp.resolve("film.png"), knees);
    return Screener.of(manifest, network, BarFilms::joints, explanations)
        .screen(film, ClinicalVariables.NONE);
  }

  private static BundleManifest described() {
    return Manifests.full().withInDistribution(STATISTICS);
  }

  @Test
  void a_knee_unlike_those_of_training_is_not_assessed_with_or_without_heat_maps()
      throws IOException {
    for (Explanations explanations : Explanations.values()) {
      FilmResult result = screen(described(), network(3.75f), explanations, 200);

      NotAssessable why = why(result);
      assertThat(why.reason()).isEqualTo(Reason.OUT_OF_DISTRIBUTION);
      assertThat(why.detail())
          .isEqualTo(
              "the knee must look like those of training, at a distance of 2.000 at most, found"
                  + " 2.250");
    }
  }

  @Test
  void an_alike_knee_is_assessed_and_its_figures_are_those_of_a_bundle_without_statistics()
      throws IOException {
    FilmResult alike = screen(described(), network(3.25f), Explanations.NONE, 200);
    FilmResult plain = screen(Manifests.full(), network(), Explanations.NONE, 200);

    assertThat(alike).isEqualTo(plain);
    assertThat(assessed(alike)).isNotNull();
  }

  @Test
  void without_statistics_no_knee_is_refused_for_its_features() throws IOException {
    FilmResult result = screen(Manifests.full(), network(900), Explanations.HEAT_MAPS, 200);

    assertThat(assessed(result).knees()).hasSize(1);
  }

  @Test
  void an_unlike_knee_is_left_out_beside_an_alike_one() throws IOException {
    FilmResult.Assessed result =
        assessed(screen(described(), network(-9, 1), Explanations.NONE, 100, 300));

    assertThat(result.knees()).hasSize(1);
    assertThat(result.worst().region().cx()).isGreaterThan(0.5);
    assertThat(result.leftOut().get(0).why().reason()).isEqualTo(Reason.OUT_OF_DISTRIBUTION);
  }

  private static FilmResult.Assessed assessed(FilmResult result) {
    return result.fold(
        film -> film,
        film -> {
          throw new AssertionError(film.why().toString());
        },
        film -> {
          throw new AssertionError(film.message());
        });
  }

  private static NotAssessable why(FilmResult result) {
    return result.fold(
        film -> {
          throw new AssertionError("was assessed");
        },
        film -> film.why(),
        film -> {
          throw new AssertionError(film.message());
        });
  }
}
