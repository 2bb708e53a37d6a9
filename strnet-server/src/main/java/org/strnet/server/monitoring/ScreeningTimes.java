package org.strnet.server.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.screening.FilmChanged;

/** How long films are screened, and how long after arrival they have their first result. */
@Component
class ScreeningTimes {

  /** Films that failed half-way are forgotten beyond this. */
  private static final int MOST_UNDER_WAY = 1000;

  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private final FilmRegister films;
  private final Clock clock;
  private final Timer screening;
  private final Timer turnaround;

  ScreeningTimes(FilmRegister films, Clock clock, MeterRegistry registry) {
    this.films = films;
    this.clock = clock;
    screening =
        Timer.builder("strnet.screening")
            .description("From the start of screening to the kept result")
            .publishPercentileHistogram()
            .register(registry);
    turnaround =
        Timer.builder("strnet.turnaround")
            .description("From a film's arrival to its result")
            .publishPercentileHistogram()
            .register(registry);
  }

  @EventListener
  void changed(FilmChanged change) {
    if (change.state() == FilmState.SCREENING) {
      if (begun.size() >= MOST_UNDER_WAY) {
        begun.clear();
      }
      begun.put(change.filmId(), Instant.now(clock));
    } else if (change.state() == FilmState.DONE) {
      Instant now = Instant.now(clock);
      Optional.ofNullable(begun.remove(change.filmId()))
          .ifPresent(
              start -> {
                screening.record(Duration.between(start, now));
                films
                    .byId(change.filmId())
                    .ifPresent(film -> turnaround.record(Duration.between(film.arrivedAt(), now)));
              });
    }
  }
}
