package org.strnet.server.quality.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Proportion;

class PeriodRatesTest {

  private static MonitoredFilm film(String day, String outcome, boolean referred) {
    return new MonitoredFilm(
        LocalDate.parse(day),
        "",
        "",
        outcome,
        Optional.empty(),
        referred,
        OptionalDouble.empty(),
        referred);
  }

  private static final List<MonitoredFilm> FILMS =
      List.of(
          film("2026-01-30", "assessed", true),
          film("2026-01-31", "assessed", false),
          film("2026-01-31", "not_assessable", false),
          film("2026-01-31", "failed", false),
          film("2026-03-01", "assessed", true),
          film("2026-04-01", "assessed", true));

  @Test
  void months_count_their_films_and_an_empty_one_has_no_rate() {
    List<PeriodRates> months =
        PeriodRates.of(
            FILMS, Period.MONTH, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-31"));

    assertThat(months).extracting(PeriodRates::label).containsExactly("Jan 26", "Feb 26", "Mar 26");
    assertThat(months.get(0).positivity()).contains(new Proportion(1, 2));
    assertThat(months.get(0).refusal()).contains(new Proportion(1, 4));
    assertThat(months.get(1).positivity()).isEmpty();
    assertThat(months.get(2).films()).isEqualTo(1);
  }

  /** 30 January 2026 is a Friday. */
  @Test
  void weeks_begin_on_monday() {
    assertThat(Period.WEEK.start(LocalDate.parse("2026-01-30"))).isEqualTo("2026-01-26");
    assertThat(Period.WEEK.start(LocalDate.parse("2026-01-26"))).isEqualTo("2026-01-26");
  }
}
