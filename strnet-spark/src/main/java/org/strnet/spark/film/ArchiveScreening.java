package org.strnet.spark.film;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.DicomSignature;
import org.strnet.dicom.film.EncodedPixels;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.node.pull.WebFilms;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.RadiographReader;
import org.strnet.report.FilmResult;
import org.strnet.report.ModelFacts;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.storage.WebPlaces;

/** From a file of an archive to its row, whatever the file holds. */
public final class ArchiveScreening {

  private final Engine engine;
  private final FilmIdentities identities;
  private final WebPlaces web;
  private final Configuration storage;
  private final HeaderColumns headers;
  private final RadiographReader reader = new RadiographReader();

  /**
   * @param engine screens
   * @param identities names of films and patients
   * @param web archives whose films are fetched
   * @param storage how files are opened
   */
  public ArchiveScreening(
      Engine engine, FilmIdentities identities, WebPlaces web, Configuration storage) {
    this.engine = engine;
    this.identities = identities;
    this.web = web;
    this.storage = storage;
    this.headers = new HeaderColumns(identities);
  }

  /** The film's row, in the layout of {@link Column#schema()}. */
  public Row screen(ArchivedFile file) {
    if (file.bytes() == ArchivedFile.CLOSED) {
      return without(
          file, FilmOutcome.FAILED, Fault.CLOSED_FOLDER, "a folder that cannot be listed");
    }
    FilmRow row = begun(file);
    try {
      read(file, row);
    } catch (NotAssessableException e) {
      ResultColumns.notAssessed(row, new FilmResult.NotAssessed(file.key(), e.notAssessable()));
    } catch (IOException | BadInputException e) {
      row.outcome(
          FilmOutcome.FAILED,
          Fault.UNREADABLE.code(),
          "a film must be readable, found " + e.getClass().getSimpleName());
    } catch (RuntimeException | StackOverflowError e) {
      row.outcome(FilmOutcome.FAILED, Fault.PROGRAM_FAULT.code(), ProgramFault.place(e));
    }
    return row.row();
  }

  /** The row of a film that is not touched. */
  public Row without(ArchivedFile file, FilmOutcome outcome, Fault fault, String detail) {
    return begun(file).outcome(outcome, fault.code(), detail).row();
  }

  private FilmRow begun(ArchivedFile file) {
    ModelFacts facts = engine.facts();
    return new FilmRow()
        .with(Column.FILM_KEY, file.key())
        .with(Column.FILM, identities.film(file.path()))
        .with(Column.BUNDLE, facts.bundle())
        .with(Column.BUNDLE_SHA256, facts.sha256())
        .with(Column.THRESHOLD, facts.operatingPoint().threshold())
        .with(Column.FLOOR, facts.operatingPoint().floor())
        .with(Column.RULE, facts.operatingPoint().rule().code());
  }

  private void read(ArchivedFile file, FilmRow row) throws IOException {
    long start = System.nanoTime();
    try (FilmSource source = source(file)) {
      row.with(Column.BYTES, Optional.of(source.size()).filter(bytes -> bytes >= 0));
      requireSize(file.key(), source.size());
      boolean object = DicomSignature.matches(source.beginning());
      ClinicalVariables listed = file.patient().variables();
      HeaderColumns.fillListed(row, listed);
      if (object && isRefused(source.beginning(), listed, row)) {
        row.with(Column.READ_MS, since(start));
        return;
      }
      byte[] bytes = source.all();
      row.with(Column.READ_MS, since(start));
      long read = System.nanoTime();
      try {
        screen(file, bytes, object, row);
      } finally {
        row.with(Column.SCREEN_MS, since(read));
      }
    }
  }

  /** Asks the gate of what a header alone says, so that pixels nobody wants are not fetched. */
  private boolean isRefused(byte[] beginning, ClinicalVariables listed, FilmRow row) {
    Optional<FilmHeader> header = DicomFile.header(beginning);
    Optional<NotAssessable> refusal = header.flatMap(engine.gate()::refusal);
    header.ifPresent(known -> headers.fill(row, known, listed));
    refusal.ifPresent(why -> ResultColumns.notAssessed(row, new FilmResult.NotAssessed("", why)));
    return refusal.isPresent();
  }

  private void screen(ArchivedFile file, byte[] bytes, boolean object, FilmRow row) {
    ClinicalVariables listed = file.patient().variables();
    if (!object) {
      if (bytes.length > 0) {
        row.with(Column.PIXEL_HASH, Sha256.of(bytes));
      }
      FilmResult result =
          engine.pictures().screen(file.key(), reader.read(file.key(), bytes), listed);
      ResultColumns.fill(row, result, engine.facts());
      return;
    }
    DicomFile film = DicomFile.read(bytes);
    row.with(Column.PIXEL_HASH, film.pixels().map(EncodedPixels::sha256));
    headers.fill(row, film.header(), listed);
    ScreenedFilm screened = engine.objects().screen(file.key(), film, listed);
    ResultColumns.fill(row, screened.result(), engine.facts());
  }

  private FilmSource source(ArchivedFile file) throws IOException {
    Optional<WebFilms> archive = web.holder(file.path());
    return archive.isPresent()
        ? FilmSource.fetched(file.path(), archive.get())
        : FilmSource.open(file, storage);
  }

  private static void requireSize(String film, long bytes) {
    if (bytes > DicomFile.MOST_BYTES) {
      throw new NotAssessableException(
          film,
          new NotAssessable(
              Reason.TOO_MANY_PIXELS,
              "a film of an archive has at most %d bytes, found %d"
                  .formatted(DicomFile.MOST_BYTES, bytes)));
    }
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
