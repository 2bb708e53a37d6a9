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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.strnet.server.film.picture.PictureStatement;

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
          "A DICOM object as the body; an object or a picture (PNG, JPEG, TIFF) as part film of a"
              + " form, with what is stated of a picture in the other parts. It is safely on disk"
              + " when the answer comes; its result follows.")
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
            schemaProperties = {
              @SchemaProperty(
                  name = "film",
                  schema =
                      @Schema(
                          type = "string",
                          format = "binary",
                          description =
                              "A DICOM object, which speaks for itself, or a grey picture")),
              @SchemaProperty(
                  name = "patient",
                  schema = @Schema(type = "string", description = "Identifier, of a picture")),
              @SchemaProperty(
                  name = "age",
                  schema = @Schema(type = "integer", description = "Years, 0 to 120")),
              @SchemaProperty(
                  name = "sex",
                  schema =
                      @Schema(
                          type = "string",
                          allowableValues = {"F", "M", "O"})),
              @SchemaProperty(
                  name = "side",
                  schema =
                      @Schema(
                          type = "string",
                          allowableValues = {"R", "L", "B"})),
              @SchemaProperty(
                  name = "taken",
                  schema =
                      @Schema(type = "string", format = "date", description = "Day of the film"))
            })
      })
  @PostMapping(consumes = "application/dicom", produces = "application/json")
  ResponseEntity<FilmView> object(
      @Parameter(description = KEY_MEANING) @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      InputStream body,
      Principal account)
      throws IOException, IntakeException {
    byte[] object = body.readNBytes(largest + 1);
    if (object.length > largest) {
      throw tooLarge();
    }
    return answer(uploads.object(object, account.getName(), key));
  }

  /** Described with the other form of body. */
  @Operation(hidden = true)
  @PostMapping(consumes = "multipart/form-data", produces = "application/json")
  ResponseEntity<FilmView> form(
      @Parameter(description = KEY_MEANING) @RequestHeader(name = KEY, required = false)
          @Nullable String key,
      @RequestParam("film") MultipartFile film,
      @RequestParam Map<String, String> fields,
      Principal account)
      throws IOException, IntakeException {
    if (film.getSize() > largest) {
      throw tooLarge();
    }
    requireKnown(fields.keySet());
    PictureStatement statement = PictureStatement.of(fields);
    return answer(uploads.file(film.getBytes(), statement, account.getName(), key));
  }

  /** A misspelt name would lose what it states. */
  private static void requireKnown(Set<String> names) {
    for (String name : names) {
      if (!PictureStatement.FIELDS.contains(name) && !name.equals("_csrf")) {
        throw new ProblemException(
            Problem.INVALID_REQUEST,
            "parts beside film are of " + new TreeSet<>(PictureStatement.FIELDS));
      }
    }
  }

  private ResponseEntity<FilmView> answer(FilmUploads.Taken taken) {
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
