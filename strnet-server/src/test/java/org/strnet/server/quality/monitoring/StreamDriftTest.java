package org.strnet.server.quality.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.drift.PopulationStability;

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
    assertThat(alarms.get(0).condition().began())
        .isBetween(FIRST.plusDays(880), FIRST.plusDays(930));
  }

  private static Acknowledgement seen(DriftAlarm alarm) {
    return new Acknowledgement(
        alarm.condition(), alarm.urgent(), "device serviced", Instant.EPOCH, "somebody");
  }

  @Test
  void an_acknowledged_alarm_stays_so_while_it_lasts_and_is_new_when_it_comes_again() {
    List<MonitoredFilm> films = new ArrayList<>(stream(1100, 900, 0.3).films());
    DriftAlarm first = referrals(films);
    List<Acknowledgement> seen = List.of(seen(first));
    films.addAll(days(1100, 20, 0.9));
    DriftAlarm later = referrals(films);
    films.addAll(days(1120, 600, 0.1));
    DriftAlarm gone = referrals(films);
    films.addAll(days(1720, 40, 0.9));
    DriftAlarm again = referrals(films);

    assertThat(first.acknowledged(seen)).isPresent();
    assertThat(later.acknowledged(seen)).isPresent();
    assertThat(gone.urgent()).isFalse();
    assertThat(gone.acknowledged(seen)).isPresent();
    assertThat(again.urgent()).isTrue();
    assertThat(again.condition().began()).isEqualTo(FIRST.plusDays(1720));
    assertThat(again.acknowledged(seen)).isEmpty();
  }

  private static List<MonitoredFilm> days(int from, int films, double score) {
    return IntStream.range(from, from + films).mapToObj(day -> assessed(day, score)).toList();
  }

  private static DriftAlarm referrals(List<MonitoredFilm> films) {
    FilmStream stream = new FilmStream(FilmStream.Kind.DEVICE, "device", films);
    return DriftAlarm.of(StreamDrift.of(stream)).stream()
        .filter(it -> it.condition().subject() == AlarmCondition.Subject.REFERRALS_UP)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_lesser_alarm_that_was_acknowledged_is_new_once_it_is_urgent() {
    DriftAlarm urgent = DriftAlarm.of(StreamDrift.of(stream(1500, 900, 0.3))).get(0);
    DriftAlarm lesser =
        new DriftAlarm(false, urgent.condition(), urgent.title(), urgent.meaning(), "");

    assertThat(urgent.acknowledged(List.of(seen(lesser)))).isEmpty();
    assertThat(lesser.acknowledged(List.of(seen(urgent)))).isPresent();
  }

  @Test
  void scores_are_dated_to_the_film_after_which_they_were_last_like_the_reference() {
    StreamDrift drift = StreamDrift.of(stream(1500, 900, 0.3));
    LocalDate since = drift.scoresSince().orElseThrow();
    int day = (int) FIRST.until(since, ChronoUnit.DAYS);

    // The film before it completes the newest window of which the index is below 0.10.
    assertThat(StreamDrift.of(stream(day, 900, 0.3)).stability().orElseThrow().index())
        .isLessThan(PopulationStability.WATCH);
    for (int films = day + 1; films <= 1500; films += 50) {
      assertThat(StreamDrift.of(stream(films, 900, 0.3)).stability().orElseThrow().index())
          .isGreaterThanOrEqualTo(PopulationStability.WATCH);
    }
    assertThat(since).isBetween(FIRST.plusDays(900), FIRST.plusDays(1000));
  }

  @Test
  void a_note_says_something_and_not_too_much() {
    AlarmCondition condition =
        new AlarmCondition(FilmStream.Kind.ALL, "All films", AlarmCondition.Subject.SCORES, FIRST);
    for (String note : List.of("  ", "x".repeat(Acknowledgement.LONGEST_NOTE + 1), "a\0b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Acknowledgement(condition, true, note, Instant.EPOCH, "somebody"));
    }
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
