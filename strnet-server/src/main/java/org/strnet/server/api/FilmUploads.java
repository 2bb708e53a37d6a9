package org.strnet.server.api;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.provenance.Sha256;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.screening.UploadedFilms;

/** Takes films once, however often a request is repeated. */
@Component
class FilmUploads {

  private static final int CREATED = 201;
  private static final int KNOWN = 200;

  private final UploadedFilms uploads;
  private final FilmRegister films;
  private final IdempotentRequests requests;

  /** Two requests with one key wait for each other; one process owns the database. */
  private final ReentrantLock[] locks =
      IntStream.range(0, 64).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  FilmUploads(UploadedFilms uploads, FilmRegister films, IdempotentRequests requests) {
    this.uploads = uploads;
    this.films = films;
    this.requests = requests;
  }

  /**
   * A film that was taken.
   *
   * @param filmId its identifier
   * @param status 201 for a new film, 200 for one that was there before
   * @param repeated whether the key answered, not the body
   */
  record Taken(String filmId, int status, boolean repeated) {}

  /**
   * Takes an object.
   *
   * @param key of the request, if it has one
   */
  Taken take(byte[] object, String account, @Nullable String key)
      throws IntakeException, IOException {
    if (key == null) {
      return take(object, account);
    }
    ReentrantLock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
    lock.lock();
    try {
      String hash = Sha256.of(object);
      Optional<IdempotentRequests.Answered> before =
          requests.before(account, key, hash).filter(it -> films.byId(it.filmId()).isPresent());
      if (before.isPresent()) {
        return new Taken(before.get().filmId(), before.get().status(), true);
      }
      Taken taken = take(object, account);
      requests.remember(
          account, key, hash, new IdempotentRequests.Answered(taken.filmId(), taken.status()));
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private Taken take(byte[] object, String account) throws IntakeException, IOException {
    String uid = DicomFile.read(object).header().sopInstanceUid();
    boolean known = films.bySopInstanceUid(uid).isPresent();
    Film film = uploads.take(object, account);
    return new Taken(film.id(), known ? KNOWN : CREATED, false);
  }
}
