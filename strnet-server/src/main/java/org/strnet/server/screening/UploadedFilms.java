package org.strnet.server.screening;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmFacts;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmSource;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;

/**
 * Takes films from people and programs instead of a modality. A film is in the register, its file
 * and the node's queue are on disk, before anybody is told that it was taken.
 */
@Component
public class UploadedFilms {

  private static final Logger LOG = System.getLogger(UploadedFilms.class.getName());

  private final FilmRegister films;
  private final FilmVault vault;
  private final NodeService node;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient database;
  private final Clock clock;

  UploadedFilms(
      FilmRegister films,
      FilmVault vault,
      NodeService node,
      AuditLog audit,
      ApplicationEventPublisher events,
      JdbcClient database,
      Clock clock) {
    this.films = films;
    this.vault = vault;
    this.node = node;
    this.audit = audit;
    this.events = events;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes a DICOM object.
   *
   * @param actor the account's name
   * @return its film; the one that is there already when the object came before
   * @throws NotAssessableException when the bytes are no DICOM object
   * @throws IntakeException when the node takes no more, or not this kind
   */
  public Film take(byte[] object, String actor) throws IntakeException, IOException {
    DicomFile file = DicomFile.read(object);
    Optional<Film> known = films.bySopInstanceUid(file.header().sopInstanceUid());
    if (known.isPresent()) {
      // Refused where the same UID came before with other pixels.
      node.take(object);
      return known.get();
    }
    Film film =
        FilmFacts.arrived(
            file.header(),
            FilmSource.UPLOAD,
            vault.keep(object),
            object.length,
            Instant.now(clock));
    try {
      films.add(film);
    } catch (DuplicateKeyException e) {
      // The same object at the same time from somebody else, who was faster.
      vault.delete(film.file());
      return films.bySopInstanceUid(film.sopInstanceUid()).orElseThrow(() -> e);
    }
    try {
      node.take(object);
    } catch (IntakeException | IOException | RuntimeException e) {
      database.sql("delete from film where id = ?").param(film.id()).update();
      vault.delete(film.file());
      throw e;
    }
    audit.add(actor, "film.uploaded", film.id(), "");
    events.publishEvent(new FilmChanged(film.id(), FilmState.RECEIVED));
    return film;
  }

  /**
   * Films that were registered when the process died, before the queue had them, are queued now.
   */
  @EventListener(ApplicationReadyEvent.class)
  void queueWhatWasLeft() {
    List<Film> left =
        database
            .sql("select * from film where state <> 'DONE' and source = 'UPLOAD'")
            .query(FilmRegister::read)
            .list();
    for (Film film : left) {
      try {
        node.take(vault.bytes(film.file()));
      } catch (IntakeException | IOException | RuntimeException e) {
        // It stays as it is for the next start; the others and the server go on.
        LOG.log(Level.WARNING, "film " + film.id() + " cannot be queued now", e);
      }
    }
  }
}
