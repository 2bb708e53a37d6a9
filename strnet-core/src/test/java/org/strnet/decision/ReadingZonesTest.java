package org.strnet.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;

class ReadingZonesTest {

  private static final OperatingPoint AT_ONE_HALF =
      new OperatingPoint(
          0.5,
          0.86,
          ThresholdRule.POINT,
          20,
          20,
          new Proportion(18, 20),
          new Proportion(15, 20),
          "0".repeat(64),
          LocalDate.of(2026, 11, 25));

  private static final int COHORTS = 2000;
  private static final int EACH = 50;

  /**
   * 19 films of a kind, level 0.1: (m + 1) / 20 is at most 0.1 for m = 1. With bone loss 0.05, 0.10
   * up to 0.95: one lies below the second. Without: 0.04 to 0.76 in steps of 0.04, one lies above
   * 0.72.
   */
  @Test
  void one_of_nineteen_films_may_lie_beyond_each_threshold_at_a_level_of_a_tenth() {
    ReadingZones zones = choose(19, 0.05, 0.04, new ZoneLevels(0.1, 0.1));

    assertThat(zones.noFlagBelow()).isEqualTo(0.05 * 2);
    assertThat(zones.flagAbove()).isEqualTo(0.04 * 18);
    assertThat(zones.zone(0.05)).isEqualTo(Zone.NO_FLAG);
    assertThat(zones.zone(0.1)).isEqualTo(Zone.GREY);
    assertThat(zones.zone(0.72)).isEqualTo(Zone.GREY);
    assertThat(zones.zone(0.76)).isEqualTo(Zone.FLAG);
    assertThat(zones.positives()).isEqualTo(19);
  }

  @Test
  void a_level_of_5_percent_needs_19_films_of_each_kind() {
    ReadingZones zones = choose(19, 0.05, 0.04, ZoneLevels.USUAL);

    assertThat(zones.noFlagBelow()).isEqualTo(0.05);
    assertThat(zones.flagAbove()).isEqualTo(0.04 * 19);
    assertThatThrownBy(() -> choose(18, 0.05, 0.04, ZoneLevels.USUAL))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a level of 0.05 needs 19 films with bone loss, found 18");
  }

  /** Well-separated films: 23.5 / 40 and 18.5 / 40 would do, on the far sides of the point. */
  @Test
  void no_zone_contradicts_the_operating_point() {
    double[] probabilities = new double[40];
    boolean[] loss = new boolean[40];
    for (int film = 0; film < 40; film++) {
      loss[film] = film >= 20;
      probabilities[film] = (film + 0.5) / 40;
    }
    ReadingZones zones =
        ReadingZones.choose(probabilities, loss, new ZoneLevels(0.2, 0.1), AT_ONE_HALF);

    assertThat(zones.noFlagBelow()).isEqualTo(zones.flagAbove()).isEqualTo(0.5);
  }

  /**
   * Over 2,000 cohorts the mean of the true risks stays at or below its level, with ties and
   * without; and close to it without ties, so that the zones are not wider than they must be.
   */
  @Test
  void both_risks_keep_their_levels_on_average_over_cohorts() {
    ZoneLevels levels = new ZoneLevels(0.05, 0.1);
    double[] drawn = risks(levels, 0);
    double[] tied = risks(levels, 20);

    // The risk is the order statistic of uniform numbers: its mean is (m + 1) / (n + 1), its
    // standard deviation below 0.05.
    double slack = 3 * 0.05 / Math.sqrt(COHORTS);
    assertThat(drawn[0]).isBetween(2.0 / (EACH + 1) - slack, 0.05 + slack);
    assertThat(drawn[1]).isBetween(5.0 / (EACH + 1) - slack, 0.1 + slack);
    assertThat(tied[0]).isLessThan(0.05 + slack);
    assertThat(tied[1]).isLessThan(0.1 + slack);
    assertThat(tied[0]).isLessThan(drawn[0]);
  }

  /**
   * Mean true risks: probabilities are cube roots of uniform numbers with bone loss, else squares.
   */
  private static double[] risks(ZoneLevels levels, int steps) {
    SplittableRandom random = new SplittableRandom(86);
    double[] sums = new double[2];
    for (int cohort = 0; cohort < COHORTS; cohort++) {
      double[] probabilities = new double[2 * EACH];
      boolean[] loss = new boolean[2 * EACH];
      for (int film = 0; film < 2 * EACH; film++) {
        loss[film] = film < EACH;
        double drawn =
            loss[film] ? Math.cbrt(random.nextDouble()) : Math.pow(random.nextDouble(), 2);
        probabilities[film] = steps == 0 ? drawn : Math.floor(steps * drawn) / steps;
      }
      ReadingZones zones = ReadingZones.choose(probabilities, loss, levels, AT_ONE_HALF);
      // A film rounded down lies below t exactly when it was drawn below t, a multiple of the
      // steps; it lies above t when it was drawn at the next multiple or above.
      double above = steps == 0 ? zones.flagAbove() : zones.flagAbove() + 1.0 / steps;
      sums[0] += Math.pow(zones.noFlagBelow(), 3);
      sums[1] += 1 - Math.sqrt(Math.min(1, above));
    }
    return new double[] {sums[0] / COHORTS, sums[1] / COHORTS};
  }

  @Test
  void thresholds_and_levels_out_of_range_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ZoneLevels(0, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> new ZoneLevels(0.05, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> zones(0.6, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zones(0.1, 0.4).requireHolding(AT_ONE_HALF))
        .withMessageContaining("zones must hold the operating point 0.5 between them");
    assertThatIllegalArgumentException().isThrownBy(() -> zones(0.2, 0.5).zone(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ReadingZones.choose(
                    new double[] {1.5}, new boolean[] {true}, ZoneLevels.USUAL, AT_ONE_HALF));
  }

  private static ReadingZones zones(double below, double above) {
    return new ReadingZones(
        below, above, ZoneLevels.USUAL, 20, 20, "a hash", AT_ONE_HALF.chosenOn());
  }

  private static ReadingZones choose(int each, double with, double without, ZoneLevels levels) {
    double[] probabilities = new double[2 * each];
    boolean[] loss = new boolean[2 * each];
    for (int film = 0; film < each; film++) {
      probabilities[film] = with * (film + 1);
      probabilities[each + film] = without * (film + 1);
      loss[film] = true;
    }
    return ReadingZones.choose(probabilities, loss, levels, AT_ONE_HALF);
  }
}
