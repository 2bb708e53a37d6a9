package org.strnet.dicom.node.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.Refusal;

/** Stores the objects of a POST to {@code /studies} or {@code /studies/UID}. */
final class StowHandler implements HttpHandler {

  private static final Pattern PATH = Pattern.compile("/studies(?:/([0-9.]{1,64}))?/?");
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);

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
      String type = header(exchange, "Content-Type").orElse("");
      Matcher boundary = BOUNDARY.matcher(type);
      if (!authorisation.allows(header(exchange, "Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer, Basic realm=\"strnet\"");
        answer(exchange, 401, "");
      } else if (!path.matches()) {
        answer(exchange, 404, "");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, "");
      } else if (!isMultipart(type) || !boundary.find()) {
        answer(exchange, 415, "");
      } else {
        String limit = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        store(exchange, limit, Optional.ofNullable(path.group(1)));
      }
    }
  }

  private static boolean isMultipart(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/related") && lower.contains("application/dicom");
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void store(HttpExchange exchange, String boundary, Optional<String> study)
      throws IOException {
    StowResponse response = new StowResponse();
    try (InputStream body = new LimitedBody(exchange.getRequestBody(), largestRequest)) {
      MultipartReader parts = new MultipartReader(body, boundary);
      for (Optional<MultipartReader.Part> part = parts.next();
          part.isPresent();
          part = parts.next()) {
        store(part.get(), study, response);
      }
    } catch (LimitedBody.TooLongException e) {
      answer(exchange, 413, response.json());
      return;
    } catch (IOException e) {
      // What was stored before is safe, and the client sends it again.
      answer(exchange, 400, response.json());
      return;
    }
    int status = response.httpStatus();
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "30");
    }
    answer(exchange, status, response.json());
  }

  private void store(MultipartReader.Part part, Optional<String> study, StowResponse response)
      throws IOException {
    String type = part.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/dicom") || type.startsWith("application/dicom+")) {
      response.failed(Refusal.UNREADABLE.status());
      return;
    }
    try {
      response.stored(intake.take(part.body(), study).object());
    } catch (IntakeException e) {
      response.failed(e);
    }
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

  /** A body of at most so many bytes. */
  private static final class LimitedBody extends FilterInputStream {

    static final class TooLongException extends IOException {
      private static final long serialVersionUID = 1L;
    }

    private long left;

    LimitedBody(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      left -= Math.max(0, n);
      if (left < 0) {
        throw new TooLongException();
      }
      return n;
    }
  }
}
