package org.strnet.server.quality.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamDriftTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private static MonitoredFilm assessed(int day, double score) {
    return new MonitoredFilm(
        FIRST.plusDays(day),
        "site",
        "device",
        MonitoredFilm.ASSESSED,
        Optional.empty(),
        score >= 0.6,
        OptionalDouble.of(score),
        score >= 0.6);
  }

  private static MonitoredFilm refused(int day) {
    return new MonitoredFilm(
        FIRST.plusDays(day),
        "site",
        "device",
        MonitoredFilm.NOT_ASSESSABLE,
        Optional.of("wrong_view"),
        false,
        OptionalDouble.empty(),
        false);
  }

  /** One film a day whose scores are even between 0 and 1, then raised. */
  private static FilmStream stream(int films, int driftsAt, double drift) {
    Random random = new Random(5);
    List<MonitoredFilm> all = new ArrayList<>();
    for (int i = 0; i < films; i++) {
      double score = random.nextDouble() + (i >= driftsAt ? drift : 0);
      all.add(assessed(i, Math.min(0.999, score)));
    }
    return new FilmStream(FilmStream.Kind.DEVICE, "device", all);
  }

  @Test
  void an_even_stream_raises_no_alarm() {
    StreamDrift drift = StreamDrift.of(stream(1500, 1500, 0));

    assertThat(drift.rate().orElseThrow().trials()).isEqualTo(300);
    assertThat(drift.referrals()).hasSize(2);
    assertThat(DriftAlarm.of(drift)).isEmpty();
  }

  @Test
  void scores_that_rise_alarm_twice_and_are_dated_to_about_their_day() {
    List<DriftAlarm> alarms = DriftAlarm.of(StreamDrift.of(stream(1500, 900, 0.3)));

    assertThat(alarms)
        .extracting(DriftAlarm::title)
        .containsExactly("The share of referred films has risen", "The scores have shifted");
    assertThat(alarms.get(0).urgent()).isTrue();
    assertThat(alarms.get(0).since().orElseThrow())
        .isBetween(FIRST.plusDays(880), FIRST.plusDays(930));
  }

  @Test
  void scores_that_fall_alarm_too() {
    assertThat(DriftAlarm.of(StreamDrift.of(stream(1500, 900, -0.3))))
        .extracting(DriftAlarm::title)
        .contains("The share of referred films has fallen");
  }

  @Test
  void refusals_that_pile_up_alarm() {
    List<MonitoredFilm> films = new ArrayList<>(stream(600, 600, 0).films());
    for (int day = 600; day < 700; day++) {
      films.add(day % 4 == 0 ? refused(day) : assessed(day, 0.4));
    }

    assertThat(DriftAlarm.of(StreamDrift.of(new FilmStream(FilmStream.Kind.SITE, "site", films))))
        .extracting(DriftAlarm::title)
        .contains("The share of films not assessable has risen");
  }

  @Test
  void too_few_films_are_not_judged() {
    StreamDrift drift = StreamDrift.of(stream(399, 399, 0));

    assertThat(drift.stability()).isEmpty();
    assertThat(drift.referrals()).isEmpty();
    assertThat(drift.refusals()).isEmpty();
  }
}
