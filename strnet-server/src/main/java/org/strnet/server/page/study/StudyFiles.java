package org.strnet.server.page.study;

import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.dicom.film.PixelSpacing;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.film.ShownFilm;
import org.strnet.server.film.ShownFilms;
import org.strnet.server.reading.OtherModelException;
import org.strnet.server.reading.ResultDocuments;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/**
 * What the page loads and what is downloaded from it. Pixels and heat-maps never change under their
 * address: a browser keeps them for its user and asks each time whether it still may show them.
 */
@RestController
class StudyFiles {

  private static final CacheControl PRIVATE = CacheControl.noCache().cachePrivate();

  private final FilmRegister films;
  private final FilmVault vault;
  private final ShownFilms shown;
  private final ResultRegister results;
  private final ResultDocuments documents;

  StudyFiles(
      FilmRegister films,
      FilmVault vault,
      ShownFilms shown,
      ResultRegister results,
      ResultDocuments documents) {
    this.films = films;
    this.vault = vault;
    this.shown = shown;
    this.results = results;
    this.documents = documents;
  }

  /**
   * The film as it is meant to be shown: samples row by row, of 8 bits in one byte, of 16 in two,
   * the lower first. Size, bits and the size of a pixel (rows' distance, then columns', in mm)
   * stand in the headers.
   */
  @GetMapping("/films/{id}/pixels")
  @Nullable ResponseEntity<byte[]> pixels(
      @PathVariable("id") String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted,
      WebRequest request) {
    Film film = StudyPage.film(films, id);
    boolean gzip = accepted.toLowerCase(Locale.ROOT).contains("gzip");
    String tag = "\"%s-%s\"".formatted(film.file(), gzip ? "gzip" : "plain");
    if (request.checkNotModified(tag)) {
      return null; // The answer is there already: not modified.
    }
    ShownFilm pixels = shown(film);
    HttpHeaders headers = new HttpHeaders();
    describe(headers, pixels);
    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
    headers.setCacheControl(PRIVATE);
    headers.setETag(tag);
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (gzip) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return new ResponseEntity<>(
        gzip ? pixels.compressed() : pixels.samples(), headers, HttpStatus.OK);
  }

  private ShownFilm shown(Film film) {
    try {
      return shown.of(film);
    } catch (NotAssessableException e) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, e.notAssessable().detail(), e);
    }
  }

  private static void describe(HttpHeaders headers, ShownFilm film) {
    headers.set("X-Film-Width", Integer.toString(film.width()));
    headers.set("X-Film-Height", Integer.toString(film.height()));
    headers.set("X-Film-Bits", Integer.toString(film.bits()));
    film.spacing().ifPresent(spacing -> describe(headers, spacing));
  }

  private static void describe(HttpHeaders headers, PixelSpacing spacing) {
    headers.set(
        "X-Film-Spacing",
        String.format(Locale.ROOT, "%.6f %.6f", spacing.rowMm(), spacing.columnMm()));
    headers.set(
        "X-Film-Spacing-Source",
        spacing.source().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The heat-map of a knee of one of the film's results. */
  @GetMapping("/films/{id}/heat/{result}/{knee}")
  ResponseEntity<byte[]> heat(
      @PathVariable("id") String id,
      @PathVariable("result") String result,
      @PathVariable("knee") int knee) {
    boolean own = results.ofFilm(id).stream().anyMatch(known -> known.id().equals(result));
    String file =
        (own ? results.heatMap(result, knee) : Optional.<String>empty())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no heat-map"));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(PRIVATE)
        .eTag("\"" + file + "\"")
        .body(vault.bytes(file));
  }

  /** The newest result as a document. */
  @GetMapping("/films/{id}/report.pdf")
  ResponseEntity<byte[]> report(@PathVariable("id") String id, Principal reader)
      throws IOException {
    Film film = StudyPage.film(films, id);
    StoredResult result =
        results
            .newest(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no result yet"));
    byte[] pdf;
    try {
      pdf = documents.pdf(film, result, reader.getName());
    } catch (OtherModelException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
    String name = "strnet-%s-%d.pdf".formatted(id.substring(0, 8), result.number());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(pdf);
  }
}
