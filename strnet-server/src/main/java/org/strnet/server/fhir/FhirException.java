package org.strnet.server.fhir;

import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A request cannot be answered as wished; becomes an OperationOutcome. */
final class FhirException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final IssueType type;

  /**
   * @param status of the answer
   * @param type of the issue
   * @param message rule and found value; never patient data
   */
  FhirException(int status, IssueType type, String message) {
    super(message);
    this.status = status;
    this.type = Objects.requireNonNull(type);
  }

  static FhirException notFound() {
    return new FhirException(404, IssueType.NOTFOUND, "there is no such resource here");
  }

  int status() {
    return status;
  }

  IssueType type() {
    return type;
  }
}
