package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.strnet.decision.Proportion;

/**
 * What came of the films of one period.
 *
 * @param start its first day
 * @param label its short name
 * @param films all of them
 * @param assessed films with a probability
 * @param referred those of them that were referred
 * @param notAssessable films refused for a coded reason
 */
public record PeriodRates(
    LocalDate start, String label, int films, int assessed, int referred, int notAssessable) {

  /** Checks the counts. */
  public PeriodRates {
    if (referred > assessed || assessed + notAssessable > films) {
      throw new IllegalArgumentException("more parts than films");
    }
  }

  /** Share of assessed films that were referred; empty without any. */
  public Optional<Proportion> positivity() {
    return assessed == 0 ? Optional.empty() : Optional.of(new Proportion(referred, assessed));
  }

  /** Share of films that were refused; empty without any. */
  public Optional<Proportion> refusal() {
    return films == 0 ? Optional.empty() : Optional.of(new Proportion(notAssessable, films));
  }

  /** Counts films of one period. */
  public static PeriodRates of(LocalDate start, String label, List<MonitoredFilm> films) {
    int assessed = 0;
    int referred = 0;
    int refused = 0;
    for (MonitoredFilm film : films) {
      assessed += film.isAssessed() ? 1 : 0;
      referred += film.isAssessed() && film.referred() ? 1 : 0;
      refused += film.isNotAssessable() ? 1 : 0;
    }
    return new PeriodRates(start, label, films.size(), assessed, referred, refused);
  }

  /**
   * Counts films by period, with the empty periods between.
   *
   * @param from the first day that counts
   * @param until the last day that counts
   */
  public static List<PeriodRates> of(
      List<MonitoredFilm> films, Period period, LocalDate from, LocalDate until) {
    Map<LocalDate, List<MonitoredFilm>> byStart =
        films.stream()
            .filter(film -> !film.day().isBefore(from) && !film.day().isAfter(until))
            .collect(
                Collectors.groupingBy(
                    film -> period.start(film.day()), TreeMap::new, Collectors.toList()));
    List<PeriodRates> rates = new ArrayList<>();
    for (LocalDate start = period.start(from); !start.isAfter(until); start = period.next(start)) {
      rates.add(of(start, period.label(start), byStart.getOrDefault(start, List.of())));
    }
    return rates;
  }
}
