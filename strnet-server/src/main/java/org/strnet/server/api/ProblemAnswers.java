package org.strnet.server.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.server.film.FilmGoneException;
import org.strnet.server.log.Correlation;
import org.strnet.server.reading.OtherModelException;

/** Turns what goes wrong into problem details; a stack stays in the log. */
@Order(0)
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger LOG = System.getLogger(ProblemAnswers.class.getName());

  @ExceptionHandler
  ResponseEntity<Object> known(ProblemException e) {
    return answer(e.problem(), String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> gone(FilmGoneException e) {
    return answer(Problem.FILM_GONE, FilmGoneException.WORDS);
  }

  @ExceptionHandler
  ResponseEntity<Object> noObject(NotAssessableException e) {
    return answer(Problem.UNREADABLE_OBJECT, e.notAssessable().detail());
  }

  /** A file that was refused, or a value that is stated of it. */
  @ExceptionHandler
  ResponseEntity<Object> refused(BadInputException e) {
    Problem problem =
        switch (e.source()) {
          case "file" -> Problem.UNREADABLE_OBJECT;
          case "picture" -> Problem.TOO_LARGE;
          default -> Problem.IMPLAUSIBLE_VALUE;
        };
    return answer(problem, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> superseded(OtherModelException e) {
    return answer(Problem.OTHER_MODEL, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(IntakeException e) {
    Problem problem =
        switch (e.refusal()) {
          case OUT_OF_SPACE, BEHIND, UNAVAILABLE, CLOSING -> Problem.NOT_NOW;
          case TOO_LARGE -> Problem.TOO_LARGE;
          case SOP_CLASS, TRANSFER_SYNTAX -> Problem.UNSUPPORTED_OBJECT;
          case CONFLICT -> Problem.CONFLICTING_OBJECT;
          case UNREADABLE, MISMATCH -> Problem.UNREADABLE_OBJECT;
        };
    return answer(problem, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Object> undecodable(InvalidParameterException e) {
    return answer(Problem.INVALID_REQUEST, "a parameter is not UTF-8");
  }

  @ExceptionHandler
  ResponseEntity<Object> forbidden(AccessDeniedException e) {
    return answer(Problem.FORBIDDEN, "another role is needed");
  }

  @ExceptionHandler
  ResponseEntity<Object> broken(MultipartException e) {
    return e instanceof MaxUploadSizeExceededException
        ? answer(Problem.TOO_LARGE, "the form is larger than is taken")
        : answer(Problem.INVALID_REQUEST, "the multipart body is broken");
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(Exception e) {
    LOG.log(Level.ERROR, "a request failed", e);
    return answer(Problem.INTERNAL, "the log knows more under the correlation identifier");
  }

  /** What the framework found: its own sentences name parameters, not values. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is4xxClientError()) {
      ProblemDetail detail =
          body instanceof ProblemDetail known ? known : ProblemDetail.forStatus(status);
      if (e instanceof MethodArgumentTypeMismatchException one) {
        // The framework's sentence would repeat the value.
        detail.setDetail("cannot be read: " + one.getName());
      }
      if (e instanceof BindException fields) {
        detail.setDetail(
            "cannot be read: "
                + String.join(
                    ", ", fields.getFieldErrors().stream().map(FieldError::getField).toList()));
      }
      if (status.value() == 400) {
        detail.setType(Problem.INVALID_REQUEST.type());
        detail.setTitle(Problem.INVALID_REQUEST.title());
      }
      Correlation.current().ifPresent(id -> detail.setProperty("correlationId", id));
      return new ResponseEntity<>(detail, headers, status);
    }
    return failed(e);
  }

  private static ResponseEntity<Object> answer(Problem problem, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), detail);
    body.setType(problem.type());
    body.setTitle(problem.title());
    Correlation.current().ifPresent(id -> body.setProperty("correlationId", id));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem == Problem.NOT_NOW) {
      answer.header(HttpHeaders.RETRY_AFTER, "30");
    }
    return answer.body(body);
  }
}
