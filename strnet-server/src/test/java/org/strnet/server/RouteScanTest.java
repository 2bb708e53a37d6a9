package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.server.account.Role;

/**
 * Goes over every route that the server has, whoever added it: without sign-in, with each role, and
 * with input that is meant to break it.
 */
class RouteScanTest {

  private static final String MARK = "<script>alert(7)</script>";
  private static final int MOST_READ = 1 << 20;
  private static final Pattern STACK_TRACE =
      Pattern.compile("\\bat (org|java|jakarta|tools)\\.[\\w.$]+\\(|Exception\\b.*\\bat ");

  /** Encoded already: as part of a path, and as a value. */
  private static final List<String> HOSTILE =
      List.of(
          encoded("' or '1'='1' --"),
          encoded("\"><" + "img src=x onerror=alert(7)>" + MARK),
          encoded("../../../../etc/passwd"),
          "..%252f..%252fetc%252fpasswd",
          encoded("${jndi:ldap://127.0.0.1/x}__${7*7}__"),
          encoded("a\u0000b"),
          "%ff%fe%c0%af",
          "%F0%9F%A6%B4",
          encoded("-1"),
          encoded("99999999999999999999"),
          "x".repeat(400));

  @TempDir static Path folder;

  private static RunningServer server;
  private static List<Route> routes;
  private static RunningServer.Session administrator;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder);
    server.screenedPhantom(3);
    routes = Route.of(server);
    signIn();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void signIn() throws Exception {
    administrator = server.signedIn(Role.ADMINISTRATOR);
    token = administrator.forgeryToken();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void the_scan_sees_the_routes() {
    assertThat(routes)
        .extracting(Route::toString)
        .contains("GET /sign-in", "GET /operations/audit", "POST /operations/users")
        .anyMatch(route -> route.contains("/actuator/prometheus"));
  }

  @Test
  void nobody_gets_anything_without_signing_in() throws Exception {
    RunningServer.Session visitor = server.visitor();
    String forgery = visitor.forgeryToken();
    for (Route route : routes) {
      if (!route.isOpen()) {
        Answer answer = ask(visitor, request(route, "1", "", forgery).build());
        boolean sentToSignIn = answer.status() == 302 && answer.location().endsWith("/sign-in");
        assertThat(sentToSignIn || answer.status() == 401)
            .as("%s gave %d to a visitor", route, answer.status())
            .isTrue();
        assertThat(answer.body()).as("%s", route).doesNotContain("patient");
      }
    }
  }

  @Test
  void no_role_gets_what_another_is_for() throws Exception {
    for (Role role : Role.values()) {
      RunningServer.Session session = server.signedIn(role);
      String forgery = session.forgeryToken();
      for (Route route : routes) {
        if (!route.isOpen() && route.least().compareTo(role) > 0) {
          // What a handler needs is checked before its role is: a request may lack it.
          Answer answer = ask(session, request(route, "1", query(route, "1"), forgery).build());
          assertThat(answer.status())
              .as("%s as %s", route, role)
              .satisfiesAnyOf(
                  status -> assertThat(status).isEqualTo(403),
                  status -> assertThat(status).isIn(400, 404, 405, 406, 415));
          if (route.hasEffect()) {
            assertThat(answer.location()).as("%s as %s", route, role).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void nothing_has_an_effect_without_the_token_against_forgery() throws Exception {
    for (Route route : routes) {
      if (route.hasEffect() && !route.pattern().equals("/error")) {
        Answer answer =
            ask(administrator, request(route, "1", query(route, "1"), "another").build());
        assertThat(answer.status()).as("%s", route).isEqualTo(403);
      }
    }
  }

  @Test
  void hostile_text_in_paths_and_parameters_breaks_nothing_and_is_not_repeated() throws Exception {
    for (Route route : routes) {
      for (String hostile : HOSTILE) {
        check(route, () -> request(route, hostile, "", token));
        check(route, () -> request(route, "1", query(route, hostile), token));
      }
    }
  }

  @Test
  void bodies_that_are_nothing_of_the_kind_break_nothing() throws Exception {
    for (Route route : routes) {
      if (route.hasEffect()) {
        for (Body body : bodies()) {
          check(
              route,
              () ->
                  request(route, "1", "", token)
                      .setHeader("Content-Type", body.type())
                      .method(route.method(), body.content()));
        }
      }
    }
  }

  @Test
  void what_is_no_request_at_all_gets_a_bare_answer() throws Exception {
    for (String line :
        List.of(
            "GET /% HTTP/1.1",
            "GET /..%2f..%2f..%2fetc/passwd HTTP/1.1",
            "GET /style/..%5c..%5c..%5cstrnet-server.properties HTTP/1.1",
            "GET /style/../../strnet-server.properties HTTP/1.1",
            "GET /;/operations HTTP/1.1",
            "GET //operations HTTP/1.1",
            "GET /operations/ HTTP/1.1",
            "GET /<script>alert(7)</script> HTTP/1.1",
            "TRACE / HTTP/1.1",
            "NONSENSE",
            "GET /" + "a".repeat(70_000) + " HTTP/1.1")) {
      String answer = raw(line);
      assertThat(answer).as(line).startsWith("HTTP/1.1 ");
      assertThat(answer.substring(9, 10)).as(line + " gave " + answer).isIn("3", "4");
      assertThat(answer)
          .as(line)
          .doesNotContain(MARK)
          .doesNotContain("Tomcat")
          .doesNotContain("root:");
      assertThat(STACK_TRACE.matcher(answer).find()).as(line).isFalse();
    }
  }

  private static String raw(String line) throws IOException {
    URI address = server.uri("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(MOST_READ), StandardCharsets.UTF_8);
    }
  }

  private record Body(String type, BodyPublisher content) {}

  private static List<Body> bodies() {
    return List.of(
        new Body("application/json", BodyPublishers.ofString("{\"a\":")),
        new Body("application/json", BodyPublishers.ofString("[".repeat(100_000))),
        new Body("application/json", BodyPublishers.ofString("{\"a\":\"" + MARK + "\"}")),
        new Body(
            "application/json", BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, (byte) 0xc0})),
        new Body("application/fhir+json", BodyPublishers.ofString("{\"resourceType\":\"x\"}")),
        new Body(
            "application/xml",
            BodyPublishers.ofString(
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")),
        new Body("text/plain", BodyPublishers.ofString(MARK)),
        new Body("nonsense", BodyPublishers.ofString("x")),
        new Body("multipart/form-data", BodyPublishers.ofString("no boundary")),
        new Body("multipart/form-data; boundary=b", BodyPublishers.ofString("--b\r\ncut")),
        new Body(
            "multipart/form-data; boundary=b",
            BodyPublishers.ofString(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../"
                    + MARK
                    + ".dcm\"\r\nContent-Type: application/dicom\r\n\r\nno film\r\n--b--\r\n")),
        new Body("multipart/related; type=\"application/dicom\"", BodyPublishers.ofString("x")),
        new Body("application/octet-stream", BodyPublishers.ofByteArray(new byte[3 << 20])));
  }

  private interface Asking {
    HttpRequest.Builder request();
  }

  private static void check(Route route, Asking asking) throws Exception {
    HttpRequest request = asking.request().build();
    Answer answer = ask(administrator, request);
    if (answer.location().contains("/sign-in")) {
      // The route ended the session, as it should; the next one needs another.
      signIn();
    }
    String where = "%s with %s".formatted(route, request.uri());
    assertThat(answer.status()).as(where).isLessThan(500);
    assertThat(answer.body()).as(where).doesNotContain(MARK).doesNotContain("root:x:0:");
    assertThat(STACK_TRACE.matcher(answer.body()).find()).as(where + answer.body()).isFalse();
    // What the container itself refuses has its bare page.
    assertThat(answer.policy().isPresent() || answer.status() == 400).as(where).isTrue();
  }

  private static HttpRequest.Builder request(
      Route route, String variable, String query, String forgery) {
    String address = route.path(variable) + (query.isEmpty() ? "" : "?" + query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(address))
            .timeout(Duration.ofSeconds(route.streams() ? 2 : 30));
    if (route.hasEffect()) {
      request
          .header("X-CSRF-TOKEN", forgery)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(route.method(), BodyPublishers.ofString(query));
    }
    return request;
  }

  private static String query(Route route, String value) {
    List<String> names = new ArrayList<>(route.parameters());
    names.addAll(List.of("q", "page", "size", "sort", "id", "patient"));
    return String.join("&", names.stream().distinct().map(name -> name + "=" + value).toList());
  }

  private record Answer(int status, String location, String body, Optional<String> policy) {}

  private static Answer ask(RunningServer.Session session, HttpRequest request) throws Exception {
    try {
      HttpResponse<InputStream> answer = session.send(request, BodyHandlers.ofInputStream());
      String type = answer.headers().firstValue("content-type").orElse("");
      try (InputStream body = answer.body()) {
        String text =
            type.startsWith("text/event-stream")
                ? ""
                : new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        return new Answer(
            answer.statusCode(),
            answer.headers().firstValue("location").orElse(""),
            text,
            answer.headers().firstValue("content-security-policy"));
      }
    } catch (HttpTimeoutException e) {
      // Events that never came; the route is known to be one of those.
      return new Answer(200, "", "", Optional.of(""));
    }
  }
}
