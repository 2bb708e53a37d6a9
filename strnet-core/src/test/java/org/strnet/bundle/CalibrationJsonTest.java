package org.strnet.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.IsotonicMap;
import org.strnet.provenance.BadInputException;

class CalibrationJsonTest {

  @Test
  void an_isotonic_calibration_reads_back_as_it_was_written() {
    BundleManifest manifest = isotonic();

    assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
  }

  @Test
  void knots_that_fall_or_reach_certainty_or_stand_beside_a_slope_are_refused() {
    String text =
        new String(ManifestWriter.write(isotonic()), StandardCharsets.UTF_8)
            .replaceAll("\\s+", " ");
    String[][] changes = {
      {"-1.5, 0.25, 2.0", "0.25, -1.5, 2.0", "logits must be finite and rise"},
      {"-1.5, 0.25, 2.0", "-1.5, 0.25", "one probability per logit"},
      {"-1.5, 0.25, 2.0", "-1.5, \"0.25\", 2.0", "must hold finite numbers"},
      {"0.2, 0.2, 0.9", "0.2, 0.1, 0.9", "not fall"},
      {"0.2, 0.2, 0.9", "0.2, 0.2, 1.0", "below 1"},
      {"\"isotonic\"", "\"slope\" : 1.0, \"isotonic\"", "unknown key calibration.screening.slope"},
      {"\"isotonic\"", "\"spline\"", "missing key calibration.screening.slope"},
    };
    for (String[] change : changes) {
      assertThat(text).contains(change[0]);
      byte[] changed = text.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> read(changed))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("bundle.json: ")
          .hasMessageContaining(change[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"strnet-knee", "strnet-phantom"})
  void the_calibration_of_a_released_bundle_is_written_as_it_was_read(String name)
      throws IOException {
    byte[] released = Files.readAllBytes(Path.of("../models", name, "bundle.json"));
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(ManifestWriter.write(read(released))).get("calibration"))
        .isEqualTo(json.readTree(released).get("calibration"));
  }

  private static BundleManifest isotonic() {
    BundleManifest full = Manifests.full();
    return new BundleManifest(
        full.name(),
        full.targets(),
        full.pixels(),
        full.kneeFinder(),
        full.clinical(),
        new Calibration(
            new IsotonicMap(new double[] {-1.5, 0.25, 2}, new double[] {0.2, 0.2, 0.9}),
            full.calibration().severity(),
            full.calibration().tScore()),
        full.operatingPoints(),
        full.cohort(),
        full.figures(),
        full.intendedUse(),
        full.training());
  }

  private static BundleManifest read(byte[] bytes) {
    return ManifestReader.read("bundle.json", bytes);
  }
}
