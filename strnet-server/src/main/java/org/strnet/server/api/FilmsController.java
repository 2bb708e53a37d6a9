package org.strnet.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmVault;

/** Films: the list, one, and its object. */
@RestController
@RequestMapping("/api/v1/films")
@PreAuthorize("hasRole('READER')")
@Tag(name = "films", description = "Films as they arrived")
class FilmsController {

  private final FilmSearch search;
  private final FilmVault vault;
  private final AuditLog audit;

  FilmsController(FilmSearch search, FilmVault vault, AuditLog audit) {
    this.search = search;
    this.vault = vault;
    this.audit = audit;
  }

  @Operation(
      summary = "Films, newest arrival first, page by page",
      description = "The header Link names the next page (rel=next).")
  @ApiResponse(responseCode = "200", description = "A page of films")
  @GetMapping(produces = "application/json")
  ResponseEntity<FilmPage> list(
      @ParameterObject @ModelAttribute FilmFilter filter, HttpServletRequest request) {
    requireKnown(request);
    int most = filter.checked().most();
    List<ListedFilm> found = search.page(filter);
    List<FilmView> films = found.stream().limit(most).map(FilmView::of).toList();
    if (found.size() <= most) {
      return ResponseEntity.ok(new FilmPage(films, null));
    }
    Film last = found.get(most - 1).film();
    String cursor = new FilmCursor(last.arrivedAt(), last.id()).text();
    String address =
        ServletUriComponentsBuilder.fromRequest(request)
            .replaceQueryParam("cursor", cursor)
            .toUriString();
    return ResponseEntity.ok()
        .header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(address))
        .body(new FilmPage(films, cursor));
  }

  private static void requireKnown(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      if (!FilmFilter.NAMES.contains(name)) {
        throw new ProblemException(
            Problem.INVALID_REQUEST, "parameters are of " + FilmFilter.NAMES);
      }
    }
  }

  @Operation(summary = "A film")
  @ApiResponse(responseCode = "200", description = "The film; its version is the ETag")
  @ApiResponse(
      responseCode = "304",
      description = "It is as If-None-Match says",
      content = @Content)
  @GetMapping(path = "/{id}", produces = "application/json")
  ResponseEntity<FilmView> film(@PathVariable("id") String id) {
    ListedFilm film = search.byId(id).orElseThrow(() -> ProblemException.notFound("the film"));
    return ResponseEntity.ok().eTag(tag(film.film())).body(FilmView.of(film));
  }

  /** A film's entity tag. */
  static String tag(Film film) {
    return "\"" + film.version() + "\"";
  }

  @Operation(summary = "The object of a film, as it came")
  @ApiResponse(
      responseCode = "200",
      description = "A file after PS3.10",
      content =
          @Content(
              mediaType = "application/dicom",
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/{id}/object", produces = "application/dicom")
  ResponseEntity<byte[]> object(@PathVariable("id") String id, Principal account) {
    Film film = search.byId(id).orElseThrow(() -> ProblemException.notFound("the film")).film();
    audit.add(account.getName(), "film.downloaded", film.id(), "");
    return ResponseEntity.ok()
        .eTag("\"" + film.file() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.dcm\"".formatted(film.id()))
        .body(vault.bytes(film.file()));
  }
}
