package org.strnet.evaluation.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ZoneLevels;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Metrics;

class ZoneMetricsTest {

  private static final ReadingZones ZONES =
      new ReadingZones(
          0.2, 0.7, ZoneLevels.USUAL, 20, 20, "0".repeat(64), LocalDate.of(2026, 11, 25));

  /** No flag: 0.1 with, 0.1 without. Grey: 0.2 with, 0.7 without. Flag: 0.8 and 0.9 with. */
  @Test
  void films_are_counted_by_zone_and_the_two_risks_by_kind() {
    Metrics metrics =
        ZoneMetrics.of(
            films(
                new double[] {0.1, 0.1, 0.2, 0.7, 0.8, 0.9},
                new boolean[] {true, false, true, false, true, true}),
            ZONES);

    assertThat(metrics.names())
        .containsExactly(
            "zones.flag",
            "zones.grey",
            "zones.no_flag",
            "zones.flag_prevalence",
            "zones.grey_prevalence",
            "zones.no_flag_prevalence",
            "zones.missed",
            "zones.falsely_flagged");
    assertThat(metrics.get("zones.grey").value().orElseThrow()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(metrics.get("zones.flag_prevalence").value()).hasValue(1);
    assertThat(metrics.get("zones.no_flag_prevalence").value()).hasValue(0.5);
    assertThat(metrics.get("zones.missed").value()).hasValue(0.25);
    assertThat(metrics.get("zones.missed").n()).isEqualTo(4);
    assertThat(metrics.get("zones.falsely_flagged").value()).hasValue(0);
    assertThat(metrics.get("zones.falsely_flagged").interval()).isPresent();
  }

  @Test
  void without_labelled_films_nothing_is_estimated() {
    Metrics metrics = ZoneMetrics.of(films(new double[0], new boolean[0]), ZONES);

    assertThat(metrics.get("zones.missed").isEstimable()).isFalse();
    assertThat(metrics.get("zones.grey").isEstimable()).isFalse();
  }

  private static BinaryFilms films(double[] scores, boolean[] positive) {
    return new BinaryFilms(
        new BinaryScores(scores, positive),
        Collections.nCopies(scores.length, Optional.empty()),
        Collections.nCopies(scores.length, "p"));
  }
}
