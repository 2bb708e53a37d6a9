package org.strnet.server.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.strnet.decision.Decision;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.FilmChanged;

/** What a radiologist may say of a film; each is kept, audited and told to those who watch. */
@Component
public class Readings {

  private final ReadingRegister register;
  private final FilmRegister films;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Readings(
      ReadingRegister register,
      FilmRegister films,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.register = register;
    this.films = films;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Notes that a film was opened.
   *
   * @return the film as it is after that
   */
  public Film open(Film film, String actor) {
    audit.add(actor, "film.opened", film.id(), "");
    if (film.readAt().isPresent()) {
      return film;
    }
    films.markRead(film.id(), Instant.now(clock));
    Film opened = films.byId(film.id()).orElse(film);
    events.publishEvent(new FilmChanged(film.id(), opened.state()));
    return opened;
  }

  /** The result stands. */
  public Reading confirm(StoredResult result, long version, String actor) {
    return add(result, version, actor, ReadingAction.CONFIRM, decided(result), "");
  }

  /**
   * Another decision holds than the result's.
   *
   * @param decision refer or not_flagged
   * @param reason required
   * @throws IllegalArgumentException when the result says the same, or the reason is missing or too
   *     long
   */
  public Reading overrule(
      StoredResult result, long version, String actor, String decision, String reason) {
    Decision instead = ReadingRegister.decision(decision);
    if (decided(result).filter(instead::equals).isPresent()) {
      throw new IllegalArgumentException("the result says so already: confirm it instead");
    }
    return add(result, version, actor, ReadingAction.OVERRULE, Optional.of(instead), reason);
  }

  /** The film should not have been assessed; the reason is required. */
  public Reading notAssessable(StoredResult result, long version, String actor, String reason) {
    return add(result, version, actor, ReadingAction.NOT_ASSESSABLE, Optional.empty(), reason);
  }

  private static Optional<Decision> decided(StoredResult result) {
    return result.decision().map(ReadingRegister::decision);
  }

  private Reading add(
      StoredResult result,
      long version,
      String actor,
      ReadingAction action,
      Optional<Decision> decision,
      String reason) {
    Reading reading =
        new Reading(
            UUID.randomUUID().toString(),
            result.filmId(),
            result.id(),
            Instant.now(clock),
            actor,
            action,
            decision,
            reason);
    register.add(reading, version);
    // The reason stays with the reading: free words may name the patient.
    audit.add(
        actor,
        "film." + action.code(),
        result.filmId(),
        "result "
            + result.number()
            + result.zone().map(zone -> ", zone " + zone.code()).orElse("")
            + decision.map(now -> ": " + now.code()).orElse(""));
    films
        .byId(result.filmId())
        .ifPresent(film -> events.publishEvent(new FilmChanged(film.id(), film.state())));
    return reading;
  }
}
