package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistribution.Limit;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingProvenance;

class DescribeFilmsTest {

  private static final int FILMS = 120;

  @TempDir Path temp;

  private Path cohort;
  private Path old;
  private Bundle trained;

  /** A bundle that was trained on all films of a cohort: one film, its knee a little elsewhere. */
  @BeforeEach
  void write() throws IOException {
    Path film = TinyBundle.writeFilm(temp.resolve("film.png"));
    StringBuilder csv =
        new StringBuilder("image,patient,bone_loss,bone_status,t_score,")
            .append("cx,cy,plateau_width,fibula_side\n");
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < FILMS; row++) {
      Files.copy(film, temp.resolve(row + ".png"));
      csv.append("%d.png,p%d,,,,%s,0.5,0.3,right\n".formatted(row, row, 0.4 + row * 0.0015));
      rows.append(row).append('\n');
    }
    cohort = Files.writeString(temp.resolve("cohort.csv"), csv);
    Bundle tiny = TinyBundle.write(temp.resolve("tiny"), temp.resolve("sources"));
    old = temp.resolve("old");
    trained =
        BundleCopy.write(
            tiny,
            trainedOn(
                tiny.manifest(),
                Cohort.read(cohort).sha256(),
                Sha256.of(rows.toString().getBytes(StandardCharsets.US_ASCII))),
            old,
            false);
  }

  private static BundleManifest trainedOn(BundleManifest plain, String cohort, String split) {
    return new BundleManifest(
        plain.name(),
        plain.targets(),
        plain.pixels(),
        plain.kneeFinder(),
        plain.clinical(),
        plain.calibration(),
        plain.operatingPoints(),
        plain.cohort(),
        plain.figures(),
        plain.intendedUse(),
        new TrainingProvenance(
            cohort, split, 1, "", "unknown", Map.of(), LocalDate.of(2026, 1, 1), "none"));
  }

  @Test
  void a_bundle_gets_statistics_of_its_films_and_nothing_else_of_it_changes() throws IOException {
    Path out = temp.resolve("new");

    Execution described =
        Execution.of("bundle", "describe-films", old, "--cohort", cohort, "--out", out);

    assertThat(described.err()).doesNotContain("fault");
    assertThat(described.exitCode()).isZero();
    assertThat(described.out())
        .contains("120 training films; distance", "120 cross-fitted films, of which 120 pass");
    Bundle fresh = Bundle.load(out);
    FeatureDistribution statistics = fresh.manifest().inDistribution().orElseThrow();
    assertThat(statistics.films()).isEqualTo(FILMS);
    assertThat(statistics.limit().basis()).isEqualTo(Basis.CROSS_FITTED);
    assertThat(fresh.manifest()).isEqualTo(trained.manifest().withInDistribution(statistics));
    assertThat(fresh.network()).isEqualTo(trained.network());
    assertThat(fresh.file(BundleFile.KNEE).orElseThrow())
        .isEqualTo(trained.file(BundleFile.KNEE).orElseThrow());
    assertThat(Files.readString(out.resolve("MODEL_CARD.md"))).contains("OUT_OF_DISTRIBUTION");
    assertThat(Execution.of("bundle", "verify", out).exitCode()).isZero();
  }

  @Test
  void a_bundle_in_the_way_is_kept_unless_forced() throws IOException {
    Execution kept =
        Execution.of("bundle", "describe-films", old, "--cohort", cohort, "--out", old);
    assertThat(kept.exitCode()).isEqualTo(2);
    assertThat(kept.err()).contains("--force replaces a bundle");
    assertThat(Bundle.load(old).sha256()).isEqualTo(trained.sha256());

    Execution forced =
        Execution.of("bundle", "describe-films", old, "--cohort", cohort, "--out", old, "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(Bundle.load(old).manifest().inDistribution()).isPresent();
  }

  @Test
  void another_cohort_is_refused() throws IOException {
    Files.writeString(cohort, Files.readString(cohort).replace("p7,", "p8,"));

    Execution refused =
        Execution.of(
            "bundle", "describe-films", old, "--cohort", cohort, "--out", temp.resolve("new"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("must be the cohort that tiny was trained on");
    assertThat(temp.resolve("new")).doesNotExist();
  }

  @Test
  void statistics_of_another_number_of_features_than_the_network_has_are_refused()
      throws IOException {
    FeatureDistribution two =
        new FeatureDistribution(
            10, new double[2], new double[] {1, 1}, new Limit(2, 199, 199, Basis.VALIDATION));
    BundleCopy.write(
        trained, trained.manifest().withInDistribution(two), temp.resolve("two"), false);

    Execution verified = Execution.of("bundle", "verify", temp.resolve("two"));

    assertThat(verified.exitCode()).isEqualTo(2);
    assertThat(verified.err()).contains("statistics of 2 features, the network gives 1");
  }
}
