package org.strnet.server.page;

import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.provenance.BadInputException;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.film.picture.PictureStatement;
import org.strnet.server.screening.UploadedFiles;
import org.strnet.server.worklist.Worklist;
import org.strnet.server.worklist.WorklistGroup;
import org.strnet.server.worklist.WorklistRow;

/** The page that films are dropped on; one request for each file. */
@Controller
class UploadPage {

  /** As the node takes them. */
  private static final long MOST_BYTES = 256L << 20;

  private final UploadedFiles uploads;
  private final Worklist worklist;

  UploadPage(UploadedFiles uploads, Worklist worklist) {
    this.uploads = uploads;
    this.worklist = worklist;
  }

  /**
   * What came of a file so far.
   *
   * @param film its identifier
   * @param group code of what came of it
   * @param words for it
   * @param reason why it was not assessed, in words
   */
  record Taken(String film, String group, String words, String reason) {

    static Taken of(WorklistRow row) {
      String words =
          row.group() == WorklistGroup.WAITING ? "Waiting to be screened" : row.group().words();
      String zone = row.zone().map(it -> ". " + Wording.zoneTag(it)).orElse("");
      return new Taken(
          row.id(), row.group().code(), words + zone, row.reason().orElse("").replace('_', ' '));
    }
  }

  /**
   * Why a file was not taken.
   *
   * @param message the rule that it broke
   * @param again whether the same file may be taken later
   */
  record Refused(String message, boolean again) {}

  @GetMapping("/upload")
  String show(Model model) {
    model.addAttribute("mostBytes", MOST_BYTES);
    return "upload";
  }

  /**
   * Takes one file; 201 with its film. A file that is not taken is an answer to the page and no
   * fault of its request: 200 with the reason. Browsers write every status of 400 and above on the
   * console, where a fault of the page would drown. Programs use {@code /api/v1/films}.
   */
  @PostMapping("/upload")
  ResponseEntity<Taken> take(
      @RequestPart("file") MultipartFile file,
      @RequestParam Map<String, String> form,
      Principal reader)
      throws IOException, IntakeException {
    Film film = uploads.take(file.getBytes(), PictureStatement.of(form), reader.getName());
    return ResponseEntity.status(HttpStatus.CREATED).body(progress(film.id()).getBody());
  }

  /** What came of a film so far, for those whose browser missed the event. */
  @GetMapping("/upload/films/{id}")
  ResponseEntity<Taken> progress(@PathVariable("id") String id) {
    return ResponseEntity.of(worklist.row(id).map(Taken::of));
  }

  @ExceptionHandler
  ResponseEntity<Refused> refused(BadInputException fault) {
    String rule = fault.getMessage().substring(fault.source().length() + 2);
    return refused(
        HttpStatus.OK, rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1), false);
  }

  /** The node's limits: not now, too large, or no film. */
  @ExceptionHandler
  ResponseEntity<Refused> refused(IntakeException fault) {
    return refused(HttpStatus.OK, fault.getMessage(), fault.refusal().isTransient());
  }

  @ExceptionHandler
  ResponseEntity<Refused> refused(MultipartException fault) {
    return refused(
        HttpStatus.CONTENT_TOO_LARGE,
        "a file has at most %d MiB and comes whole".formatted(MOST_BYTES >> 20),
        false);
  }

  @ExceptionHandler
  ResponseEntity<Refused> refused(MissingServletRequestPartException fault) {
    return refused(HttpStatus.BAD_REQUEST, "there must be a file", false);
  }

  private static ResponseEntity<Refused> refused(HttpStatus status, String message, boolean again) {
    return ResponseEntity.status(status).body(new Refused(message, again));
  }
}
