package org.strnet.server.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.strnet.server.configuration.ApiPaths;

/**
 * Answers that say why not, for programs: problem details (RFC 9457), and below {@code /fhir} an
 * OperationOutcome.
 */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /** Whether a program asked. */
  static boolean areForProgram(HttpServletRequest request) {
    return ApiPaths.contain(path(request));
  }

  /** The path within the server. */
  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /**
   * Writes an answer.
   *
   * @param path that was asked for
   * @param detail a sentence; nothing of the request in it
   */
  static void write(HttpServletResponse response, String path, HttpStatus status, String detail)
      throws IOException {
    boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
    byte[] body = JSON.writeValueAsBytes(fhir ? outcome(status, detail) : problem(status, detail));
    response.setStatus(status.value());
    response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> problem(HttpStatus status, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    return problem;
  }

  private static Map<String, Object> outcome(HttpStatus status, String detail) {
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("severity", "error");
    issue.put("code", code(status));
    issue.put("diagnostics", detail);
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("resourceType", "OperationOutcome");
    outcome.put("issue", List.of(issue));
    return outcome;
  }

  /** Of the value set issue-type. */
  private static String code(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "login";
      case FORBIDDEN -> "forbidden";
      case NOT_FOUND -> "not-found";
      case TOO_MANY_REQUESTS -> "throttled";
      default -> status.is5xxServerError() ? "exception" : "invalid";
    };
  }
}
