package org.strnet.server.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.provenance.Sha256;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.picture.PictureStatement;
import org.strnet.server.screening.UploadedFiles;
import org.strnet.server.screening.UploadedFilms;

/** Takes films once, however often a request is repeated. */
@Component
class FilmUploads {

  private static final int CREATED = 201;
  private static final int KNOWN = 200;

  private final UploadedFiles files;
  private final UploadedFilms uploads;
  private final FilmRegister films;
  private final IdempotentRequests requests;

  /** Two requests with one key wait for each other; one process owns the database. */
  private final ReentrantLock[] locks =
      IntStream.range(0, 64).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  FilmUploads(
      UploadedFiles files, UploadedFilms uploads, FilmRegister films, IdempotentRequests requests) {
    this.files = files;
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
  Taken object(byte[] object, String account, @Nullable String key)
      throws IntakeException, IOException {
    return take(object, () -> object, account, key);
  }

  /**
   * Takes a file: an object, or a picture with what is stated of it.
   *
   * @param key of the request, if it has one
   */
  Taken file(byte[] file, PictureStatement statement, String account, @Nullable String key)
      throws IntakeException, IOException {
    Supplier<byte[]> object = () -> files.object(file, statement);
    if (statement.equals(PictureStatement.NOTHING)) {
      return take(file, object, account, key);
    }
    // The statement is part of what a key belongs to.
    String whole = Sha256.of(file) + '\0' + statement.identity();
    return take(whole.getBytes(StandardCharsets.UTF_8), object, account, key);
  }

  private Taken take(byte[] request, Supplier<byte[]> object, String account, @Nullable String key)
      throws IntakeException, IOException {
    if (key == null) {
      return take(object.get(), account);
    }
    ReentrantLock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
    lock.lock();
    try {
      String hash = Sha256.of(request);
      Optional<IdempotentRequests.Answered> before =
          requests.before(account, key, hash).filter(it -> films.byId(it.filmId()).isPresent());
      if (before.isPresent()) {
        return new Taken(before.get().filmId(), before.get().status(), true);
      }
      Taken taken = take(object.get(), account);
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
