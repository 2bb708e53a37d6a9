package org.strnet.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.reading.ResultDocuments;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.Rescoring;
import org.strnet.server.screening.ScreeningEngine;

/** What was made of a film, and scoring it again. */
@RestController
@RequestMapping("/api/v1/films/{id}/results")
@PreAuthorize("hasRole('READER')")
@Tag(name = "results", description = "What was made of a film")
class ResultsController {

  private final FilmRegister films;
  private final ResultRegister results;
  private final FilmVault vault;
  private final Rescoring rescoring;
  private final ResultDocuments documents;
  private final ScreeningEngine engine;

  ResultsController(
      FilmRegister films,
      ResultRegister results,
      FilmVault vault,
      Rescoring rescoring,
      ResultDocuments documents,
      ScreeningEngine engine) {
    this.films = films;
    this.results = results;
    this.vault = vault;
    this.rescoring = rescoring;
    this.documents = documents;
    this.engine = engine;
  }

  @Operation(summary = "All results of a film, newest first")
  @ApiResponse(responseCode = "200", description = "None while the film waits")
  @GetMapping(produces = "application/json")
  List<ResultView> all(@PathVariable("id") String id) {
    film(id);
    return results.ofFilm(id).stream().map(this::view).toList();
  }

  @Operation(summary = "The newest result of a film")
  @ApiResponse(responseCode = "200", description = "The result; its identifier is the ETag")
  @GetMapping(path = "/newest", produces = "application/json")
  ResponseEntity<ResultView> newest(@PathVariable("id") String id) {
    return answer(
        results.newest(id).orElseThrow(() -> ProblemException.notFound("a result of the film")));
  }

  @Operation(summary = "One result of a film")
  @ApiResponse(responseCode = "200", description = "The result; its identifier is the ETag")
  @GetMapping(path = "/{number}", produces = "application/json")
  ResponseEntity<ResultView> one(
      @PathVariable("id") String id, @PathVariable("number") int number) {
    return answer(result(id, number));
  }

  @Operation(summary = "The heat-map of a knee")
  @ApiResponse(
      responseCode = "200",
      description = "Colours with transparency, for the square of film that the result names",
      content =
          @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/{number}/heat-maps/{knee}", produces = "image/png")
  ResponseEntity<byte[]> heatMap(
      @PathVariable("id") String id,
      @PathVariable("number") int number,
      @PathVariable("knee") int knee) {
    String file =
        results
            .heatMap(result(id, number).id(), knee)
            .orElseThrow(() -> ProblemException.notFound("a heat-map of this knee"));
    return ResponseEntity.ok().eTag("\"" + file + "\"").body(vault.bytes(file));
  }

  @Operation(
      summary = "A result as a document",
      description = "Made anew each time, with what a radiologist said of the result since")
  @ApiResponse(
      responseCode = "200",
      description = "The document; its ETag changes with what a radiologist says",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "304",
      description = "It is as If-None-Match says",
      content = @Content)
  @GetMapping(path = "/{number}/report", produces = "application/pdf")
  @Nullable ResponseEntity<byte[]> report(
      @PathVariable("id") String id,
      @PathVariable("number") int number,
      @Parameter(hidden = true) WebRequest request,
      Principal account)
      throws IOException {
    StoredResult result = result(id, number);
    String tag = "\"" + documents.version(result) + "\"";
    if (documents.canBeMade(result) && request.checkNotModified(tag)) {
      return null; // The answer is there already: not modified.
    }
    byte[] pdf = documents.pdf(film(id), result, account.getName());
    return ResponseEntity.ok()
        .eTag(tag)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"strnet-%s-%d.pdf\"".formatted(id, number))
        .body(pdf);
  }

  @Operation(
      summary = "Score a film again with clinical variables",
      description =
          "Values go before the header's; the result stands beside the earlier ones. For"
              + " radiologists.")
  @ApiResponse(responseCode = "201", description = "The new result")
  @RequestBody(
      required = true,
      description = "Variables by column name; sex F or M, others numbers or true, false",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = "object"),
              examples = @ExampleObject("{\"age\": 71, \"sex\": \"F\", \"smoker\": false}")))
  @PostMapping(consumes = "application/json", produces = "application/json")
  @PreAuthorize("hasRole('RADIOLOGIST')")
  ResponseEntity<ResultView> score(
      @PathVariable("id") String id,
      @Parameter(description = "ETag of the film that the caller has seen")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      InputStream body,
      Principal account)
      throws IOException {
    Film film = film(id);
    if (ifMatch != null && !matches(ifMatch, FilmsController.tag(film))) {
      throw new ProblemException(Problem.CHANGED_MEANWHILE, "the film changed; read it again");
    }
    StoredResult made = rescoring.score(film, ClinicalRequest.read(body), account.getName());
    return ResponseEntity.created(
            URI.create("/api/v1/films/%s/results/%d".formatted(id, made.number())))
        .eTag("\"" + made.id() + "\"")
        .body(view(made));
  }

  private static boolean matches(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(tag));
  }

  private Film film(String id) {
    return films.byId(id).orElseThrow(() -> ProblemException.notFound("the film"));
  }

  private StoredResult result(String id, int number) {
    return results.ofFilm(id).stream()
        .filter(result -> result.number() == number)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("the result"));
  }

  private ResponseEntity<ResultView> answer(StoredResult result) {
    return ResponseEntity.ok().eTag("\"" + result.id() + "\"").body(view(result));
  }

  private ResultView view(StoredResult result) {
    return ResultView.of(result, engine.facts().targets());
  }
}
