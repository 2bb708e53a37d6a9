package org.strnet.dicom.node.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.dicom.node.intake.Intake;

/** Stores the objects of a POST to {@code /studies} or {@code /studies/UID}. */
final class StowHandler implements HttpHandler {

  private static final Pattern PATH = Pattern.compile("/studies(?:/([0-9.]{1,64}))?/?");

  private final Intake intake;
  private final Authorisation authorisation;
  private final long largestRequest;

  StowHandler(Intake intake, Authorisation authorisation, long largestRequest) {
    this.intake = intake;
    this.authorisation = authorisation;
    this.largestRequest = largestRequest;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!authorisation.allows(header(exchange, "Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer, Basic realm=\"strnet\"");
        answer(exchange, 401, "");
      } else if (!path.matches()) {
        answer(exchange, 404, "");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "");
      } else {
        store(exchange, Optional.ofNullable(path.group(1)));
      }
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void store(HttpExchange exchange, Optional<String> study) throws IOException {
    Optional<StowRequest> request =
        StowRequest.of(header(exchange, "Content-Type").orElse(""), study, largestRequest);
    if (request.isEmpty()) {
      answer(exchange, 415, "");
      return;
    }
    StowResponse response = request.get().store(exchange.getRequestBody(), intake);
    int status = response.httpStatus();
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "30");
    }
    answer(exchange, status, response.json());
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
