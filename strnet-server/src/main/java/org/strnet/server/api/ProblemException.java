package org.strnet.server.api;

import java.util.Objects;

/** A request cannot be answered as wished. The message is shown to the caller. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * @param problem its kind
   * @param detail rule and found value; never patient data
   */
  ProblemException(Problem problem, String detail) {
    super(detail);
    this.problem = Objects.requireNonNull(problem);
  }

  /** A film, result or picture that is not there. */
  static ProblemException notFound(String what) {
    return new ProblemException(Problem.NOT_FOUND, what + " is not here");
  }

  Problem problem() {
    return problem;
  }
}
