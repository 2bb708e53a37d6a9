package org.strnet.server.quality.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.estimate.Estimate;

class VerifiedResultsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static ScoredFilm film(String id, String patient, LocalDate day, boolean referred) {
    return new ScoredFilm(
        id,
        patient,
        day,
        "site",
        "device",
        referred,
        referred,
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalDouble.of(-1.5));
  }

  private static Densitometry measured(String patient, LocalDate day, double tScore) {
    return new Densitometry(patient, day, MeasurementSite.TOTAL_HIP, tScore);
  }

  @Test
  void a_patient_is_matched_once_with_the_nearest_film_and_the_lowest_site() {
    List<ScoredFilm> films =
        List.of(
            film("old", "A", DAY.minusDays(100), false),
            film("near", "A", DAY, true),
            film("far", "B", DAY, true),
            film("nobody", "", DAY, true));
    List<Densitometry> densitometry =
        List.of(
            measured("A", DAY.plusDays(10), -0.5),
            new Densitometry("A", DAY.plusDays(10), MeasurementSite.FEMORAL_NECK, -2.6),
            measured("A", DAY.plusDays(300), -3),
            measured("B", DAY.plusDays(91), -3),
            measured("C", DAY, -3));

    List<MatchedFilm> matched = MatchedFilm.of(films, densitometry, 90);

    assertThat(matched).hasSize(1);
    assertThat(matched.get(0).film().id()).isEqualTo("near");
    assertThat(matched.get(0).site()).isEqualTo(MeasurementSite.FEMORAL_NECK);
    assertThat(matched.get(0).days()).isEqualTo(10);
    assertThat(matched.get(0).osteoporosis()).isTrue();
  }

  @Test
  void normal_bone_begins_at_minus_one() {
    ScoredFilm film = film("f", "A", DAY, true);
    assertThat(new MatchedFilm(film, DAY, MeasurementSite.TOTAL_HIP, -1.0).boneLoss()).isFalse();
    assertThat(new MatchedFilm(film, DAY, MeasurementSite.TOTAL_HIP, -1.1).boneLoss()).isTrue();
  }

  /** 90 of 120 measured referred patients have bone loss, 5 of 50 measured others. */
  private static VerifiedResults measured() {
    List<MatchedFilm> matched = new ArrayList<>();
    int[][] kinds = {{90, 1, 1}, {30, 1, 0}, {5, 0, 1}, {45, 0, 0}};
    for (int[] kind : kinds) {
      for (int i = 0; i < kind[0]; i++) {
        String id = "f" + matched.size();
        matched.add(
            new MatchedFilm(
                film(id, "p" + id, DAY, kind[1] == 1),
                DAY,
                MeasurementSite.TOTAL_HIP,
                kind[2] == 1 ? -2 : 0.5));
      }
    }
    return new VerifiedResults(matched, 400, 600);
  }

  @Test
  void predictive_values_and_who_was_measured_are_shares() {
    assertThat(measured().ppv().value()).hasValue(0.75);
    assertThat(measured().npv().value()).hasValue(0.9);
    assertThat(measured().verifiedReferred().value()).hasValue(0.3);
    assertThat(measured().counts().sensitivity().value().orElseThrow())
        .isCloseTo(90.0 / 95, within(1e-12));
  }

  /**
   * Of 1000 patients 400 are referred, three quarters of them with bone loss; of the 600 others one
   * in ten: 300 / (300 + 60) = 0.833. Limits from R 4.2:
   *
   * <pre>
   * q = .4; a = .75; b = .1; l = qlogis(q * a / (q * a + (1 - q) * b))
   * s = sqrt(1 / (1000 * q * (1 - q)) + (1 - a) / 90 + (1 - b) / 5)
   * print(plogis(c(l, l - qnorm(.975) * s, l + qnorm(.975) * s)), digits = 12)
   * </pre>
   *
   * and specificity likewise with q = .6, a = .9, b = .25 and counts 45 and 30.
   */
  @Test
  void corrected_figures_agree_with_r() {
    assertEstimate(
        measured().correctedSensitivity(), 0.833333333333, 0.681789286603, 0.921062315901);
    assertEstimate(
        measured().correctedSpecificity(), 0.843750000000, 0.792350766913, 0.884284474579);
  }

  private static void assertEstimate(Estimate estimate, double value, double low, double high) {
    assertThat(estimate.value().orElseThrow()).isCloseTo(value, within(1e-10));
    assertThat(estimate.low().orElseThrow()).isCloseTo(low, within(1e-10));
    assertThat(estimate.high().orElseThrow()).isCloseTo(high, within(1e-10));
  }

  /** Estimates are -1.5 throughout: the mean difference is 0.5 in 95 patients and -2 in 75. */
  @Test
  void t_scores_agree_with_a_bias_worked_by_hand() {
    assertThat(measured().agreement().bias().value().orElseThrow())
        .isCloseTo((95 * 0.5 - 75 * 2) / 170, within(1e-12));
  }

  @Test
  void too_few_pairs_have_no_limits_of_agreement() {
    VerifiedResults few = new VerifiedResults(measured().matched().subList(0, 19), 19, 0);
    assertThat(few.agreement().bias().method()).contains("needs 20 patients");
    assertThat(few.correctedSensitivity().isEstimable()).isFalse();
  }
}
