package org.strnet.server.quality.operatingpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.Recalibration;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.IsotonicMap;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;

class OperatingPointDocumentTest {

  private static Bundle bundle() throws IOException {
    return Bundle.load(Path.of("..", "models", "strnet-phantom"));
  }

  private static BundleManifest local(Bundle bundle, CalibrationMap map, double halfWidth) {
    LocalDate day = LocalDate.of(2026, 5, 4);
    return bundle
        .manifest()
        .recalibrated(
            bundle.name() + ".local-1",
            new Calibration(
                map, new LogitScaling(1.25, -0.5), new ConformalInterval(0.9, halfWidth, 7)),
            new OperatingPoint(
                0.123456789012345,
                0.9,
                ThresholdRule.LOWER_BOUND,
                0.1,
                60,
                40,
                new Proportion(57, 60),
                new Proportion(30, 40),
                "abc",
                day),
            new Recalibration(
                bundle.sha256(),
                "platt",
                "abc",
                100,
                100,
                day,
                bundle.manifest().calibration(),
                bundle.manifest().operatingPoint()));
  }

  @Test
  void what_is_written_is_read_to_the_last_digit() throws IOException {
    Bundle bundle = bundle();
    BundleManifest scaled = local(bundle, new LogitScaling(0.1 + 0.2, -1.0 / 3), 1.5);
    BundleManifest stepped =
        local(
            bundle,
            new IsotonicMap(new double[] {-1, 2}, new double[] {0.25, 0.75}),
            Double.POSITIVE_INFINITY);

    for (BundleManifest manifest : List.of(scaled, stepped)) {
      assertThat(
              OperatingPointDocument.manifest(
                  bundle.manifest(), bundle.sha256(), OperatingPointDocument.of(manifest)))
          .isEqualTo(manifest);
    }
  }

  @Test
  void a_document_that_is_not_ours_is_refused() throws IOException {
    Bundle bundle = bundle();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> OperatingPointDocument.manifest(bundle.manifest(), bundle.sha256(), "{}"));
  }

  /** A logit of 2 under slope 0.3 and intercept -1/3 gives sigmoid(0.2666...), and comes back. */
  @Test
  void scores_of_every_calibration_come_back_to_the_networks_logit() throws IOException {
    Bundle bundle = bundle();
    BundleManifest manifest = local(bundle, new LogitScaling(0.3, -1.0 / 3), 1.5);
    ScoreScale scale =
        new ScoreScale(
            bundle.manifest(),
            List.of(new LocalOperatingPoint("1", manifest, Instant.EPOCH, "a", Optional.empty())));

    double own = bundle.manifest().calibration().boneLoss().probability(2);
    assertThat(scale.boneLossLogit(bundle.name(), own).orElseThrow()).isCloseTo(2, within(1e-9));
    double local = 1 / (1 + Math.exp(-(0.6 - 1.0 / 3)));
    assertThat(scale.boneLossLogit(manifest.name(), local).orElseThrow())
        .isCloseTo(2, within(1e-9));
    assertThat(scale.boneLossLogit("another", 0.5)).isEmpty();
    assertThat(scale.boneLossLogit(bundle.name(), 1).orElseThrow()).isFinite();
  }
}
