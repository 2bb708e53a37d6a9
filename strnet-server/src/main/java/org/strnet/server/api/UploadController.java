package org.strnet.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.intake.IntakeException;

/** Takes films from programs. */
@RestController
@RequestMapping("/api/v1/films")
@PreAuthorize("hasRole('READER')")
@Tag(name = "films", description = "Films as they arrived")
class UploadController {

  private static final String KEY = "Idempotency-Key";
  private static final String KEY_MEANING =
      "The same key with the same body is answered as before, with another body 422; kept for a"
          + " week";

  private final FilmUploads uploads;
  private final FilmSearch search;
  private final int largest;

  UploadController(FilmUploads uploads, FilmSearch search, NodeConfiguration node) {
    this.uploads = uploads;
    this.search = search;
    largest = (int) Math.min(Integer.MAX_VALUE - 16, node.storage().rules().largestObject());
  }

  @Operation(
      summary = "Upload a film",
      description =
          "A DICOM object as the body, or as part film of a form. It is safely on disk when the"
              + " answer comes; its result follows.")
  @ApiResponse(responseCode = "201", description = "A new film")
  @ApiResponse(responseCode = "200", description = "The object was here before: its film")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/dicom",
            schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = "multipart/form-data",
            schemaProperties =
                @SchemaProperty(
                    name = "film",
                    schema = @Schema(type = "string", format = "binary")))
      })
  @PostMapping(consumes = "application/dicom", produces = "application/json")
  ResponseEntity<FilmView> object(
      @Parameter(description = KEY_MEANING) @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      InputStream body,
      Principal account)
      throws IOException, IntakeException {
    byte[] object = body.readNBytes(largest + 1);
    return take(object, key, account);
  }

  /** Described with the other form of body. */
  @Operation(hidden = true)
  @PostMapping(consumes = "multipart/form-data", produces = "application/json")
  ResponseEntity<FilmView> form(
      @Parameter(description = KEY_MEANING) @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      @Parameter(description = "The DICOM object") @RequestParam("film") MultipartFile film,
      Principal account)
      throws IOException, IntakeException {
    if (film.getSize() > largest) {
      throw tooLarge();
    }
    return take(film.getBytes(), key, account);
  }

  private ResponseEntity<FilmView> take(byte[] object, @Nullable String key, Principal account)
      throws IOException, IntakeException {
    if (object.length > largest) {
      throw tooLarge();
    }
    FilmUploads.Taken taken = uploads.take(object, account.getName(), key);
    ListedFilm film =
        search.byId(taken.filmId()).orElseThrow(() -> ProblemException.notFound("the film"));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(taken.status())
            .location(URI.create("/api/v1/films/" + taken.filmId()))
            .eTag(FilmsController.tag(film.film()));
    if (taken.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(FilmView.of(film));
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        Problem.TOO_LARGE, "an object has at most %d bytes".formatted(largest));
  }
}
