package org.strnet.server.fhir;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what goes wrong into an OperationOutcome; a stack stays in the log. */
@Order(0)
@RestControllerAdvice(basePackageClasses = FhirProblems.class)
class FhirProblems {

  private static final Logger LOG = System.getLogger(FhirProblems.class.getName());

  private final FhirJson json;

  FhirProblems(FhirJson json) {
    this.json = json;
  }

  @ExceptionHandler
  ResponseEntity<String> known(FhirException e) {
    return answer(e.status(), e.type(), String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<String> undecodable(InvalidParameterException e) {
    return answer(400, IssueType.INVALID, "a parameter is not UTF-8");
  }

  @ExceptionHandler
  ResponseEntity<String> forbidden(AccessDeniedException e) {
    return answer(403, IssueType.FORBIDDEN, "another role is needed");
  }

  @ExceptionHandler
  ResponseEntity<String> failed(Exception e) {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(known.getStatusCode().value(), IssueType.INVALID, "not of the documented form");
    }
    LOG.log(Level.ERROR, "a request failed", e);
    return answer(500, IssueType.EXCEPTION, "the server failed; its log knows more");
  }

  private ResponseEntity<String> answer(int status, IssueType type, String message) {
    OperationOutcome outcome = new OperationOutcome();
    outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(message);
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType(FhirJson.TYPE))
        .body(json.write(outcome));
  }
}
