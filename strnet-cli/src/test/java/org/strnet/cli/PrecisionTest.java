package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.provenance.PrecisionAgreement;
import org.strnet.provenance.QuantisationProvenance;
import org.strnet.provenance.Sha256;

class PrecisionTest {

  @TempDir Path temp;

  private Path film;
  private Bundle tiny;

  @BeforeEach
  void write() throws IOException {
    film = TinyBundle.writeFilm(temp.resolve("film.png"));
    tiny = TinyBundle.write(temp.resolve("tiny"), temp.resolve("sources"));
  }

  /** A bundle whose second network is its first: what is tested is which one is said to run. */
  private Path withInt8(String recorded) throws IOException {
    Path folder = temp.resolve("with-int8");
    BundleCopy.write(
        tiny,
        Map.of(BundleFile.NETWORK_INT8, tiny.network()),
        tiny.manifest()
            .withQuantisation(
                new QuantisationProvenance(
                    recorded,
                    1,
                    Sha256.of(tiny.network()),
                    recorded,
                    new PrecisionAgreement(
                        3, 3, 0.01, OptionalDouble.of(0.2), OptionalDouble.empty()),
                    LocalDate.of(2026, 1, 1),
                    "none")),
        folder,
        false);
    return folder;
  }

  @Test
  void results_of_the_8_bit_network_say_so_and_others_are_as_before() throws IOException {
    Path bundle = withInt8(Sha256.of(tiny.network()));

    Execution plain = Execution.of("screen", film, "--bundle", bundle, "--format", "csv");
    Execution small =
        Execution.of("screen", film, "--bundle", bundle, "--format", "csv", "--precision", "int8");
    Execution json =
        Execution.of("screen", film, "--bundle", bundle, "--format", "json", "--precision", "int8");

    assertThat(small.exitCode()).isZero();
    assertThat(small.out().lines().toList().get(0)).endsWith("bundle_sha256,precision");
    assertThat(small.out().lines().toList().get(1)).endsWith(",int8");
    assertThat(json.out()).contains("\"precision\":\"int8\"");
    assertThat(plain.out().lines().toList().get(0)).endsWith("bundle_sha256");
    assertThat(Execution.of("bundle", "verify", bundle).exitCode()).isZero();
    assertThat(Files.readString(bundle.resolve("MODEL_CARD.md")))
        .contains("8-bit network", "3 of 3 other films decided alike, probability moved by 0.0100");
    assertThat(Bundle.load(bundle).manifest().quantisation()).isPresent();
  }

  @Test
  void a_bundle_without_an_8_bit_network_is_refused() {
    Execution refused =
        Execution.of("screen", film, "--bundle", temp.resolve("tiny"), "--precision", "int8");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("has no network-int8.onnx; strnet bundle quantise");
  }

  @Test
  void an_8_bit_network_other_than_the_one_on_record_is_refused() {
    assertThat(catchThrowable(() -> withInt8("0".repeat(64))))
        .hasMessageContaining("quantisation must name the SHA-256 of both networks");
  }

  @Test
  void a_network_without_convolutions_is_not_quantised() throws IOException {
    Path cohort = Files.writeString(temp.resolve("cohort.csv"), "image,patient\nfilm.png,p1\n");

    Execution refused =
        Execution.of(
            "bundle",
            "quantise",
            temp.resolve("tiny"),
            "--cohort",
            cohort,
            "--out",
            temp.resolve("q"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(temp.resolve("q")).doesNotExist();
  }
}
