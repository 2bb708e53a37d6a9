package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;

class StowSenderTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final ResultObject REPORT =
      ReadBack.object(FACTS, ResultCases.flagged(FACTS), ResultKind.STRUCTURED_REPORT);

  private Patience patience = Patience.USUAL;
  private HttpServer server;
  private int status = 200;
  private String answer = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{}]}}";
  private String path = "";
  private String authorisation = "";
  private String contentType = "";
  private byte[] body = {};
  private long delayMs;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    path = exchange.getRequestURI().toString();
    authorisation = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    contentType = exchange.getRequestHeaders().getFirst("Content-Type");
    body = exchange.getRequestBody().readAllBytes();
    try {
      Thread.sleep(delayMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
    try (var out = exchange.getResponseBody()) {
      out.write(said);
    }
  }

  @Test
  void the_object_arrives_as_one_part_byte_for_byte() throws Exception {
    send(Optional.empty());

    assertThat(path).isEqualTo("/dicom-web/studies");
    assertThat(contentType).startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    String boundary = contentType.substring(contentType.indexOf("boundary=") + 9);
    String head = "--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n";
    String tail = "\r\n--" + boundary + "--\r\n";
    assertThat(new String(body, StandardCharsets.ISO_8859_1)).startsWith(head).endsWith(tail);
    assertThat(Arrays.copyOfRange(body, head.length(), body.length - tail.length()))
        .isEqualTo(REPORT.file());
  }

  @Test
  void keys_are_sent_and_shown_nowhere() throws Exception {
    Authorisation basic = Authorisation.basic("user", "secret");
    send(Optional.of(basic));
    assertThat(authorisation).isEqualTo("Basic dXNlcjpzZWNyZXQ=");
    assertThat(basic.toString()).isEqualTo("Basic ***");

    send(Optional.of(Authorisation.bearer("token")));
    assertThat(authorisation).isEqualTo("Bearer token");
  }

  @ParameterizedTest
  @CsvSource({
    "400,false",
    "401,true",
    "403,true",
    "404,true",
    "409,false",
    "413,false",
    "415,false",
    "429,true",
    "500,true",
    "503,true",
    "302,true"
  })
  void a_status_says_whether_another_try_can_help(int found, boolean worth) {
    status = found;
    answer = "";

    DeliveryException failure = failure();

    assertThat(failure.isWorthAnotherTry()).isEqualTo(worth);
    assertThat(failure).hasMessageContaining("found " + found);
  }

  @ParameterizedTest
  @CsvSource({
    "200,42752,true",
    "202,42752,true",
    "409,43264,false",
    "409,272,true",
    "409,290,false"
  })
  void a_failure_that_is_told_counts_more_than_the_status(int found, int reason, boolean worth) {
    status = found;
    answer =
        "{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":["
            + reason
            + "]}}]}}";

    assertThat(failure().isWorthAnotherTry()).isEqualTo(worth);
  }

  @Test
  void an_object_that_is_there_already_is_delivered() throws Exception {
    status = 409;
    answer =
        "[{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":[273]}}]}}]";

    send(Optional.empty());

    assertThat(body).isNotEmpty();
  }

  @Test
  void an_answer_without_json_is_believed_by_its_status() throws Exception {
    answer = "<NativeDicomModel/>";

    send(Optional.empty());

    assertThat(body).isNotEmpty();
  }

  @Test
  void a_service_that_is_too_slow_or_absent_is_worth_another_try() {
    delayMs = 1500;
    patience = new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(5));
    assertThat(failure().isWorthAnotherTry()).isTrue();
    server.stop(0);
    assertThat(failure().isWorthAnotherTry()).isTrue();
  }

  @Test
  void an_address_that_is_not_the_webs_is_refused() {
    assertThatThrownBy(
            () ->
                new WebPeer(
                    URI.create("ftp://host"), Optional.empty(), Patience.USUAL, Optional.empty()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("ftp");
  }

  private void send(Optional<Authorisation> key) throws DeliveryException {
    URI service = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web/");
    try (ResultSender sender = new WebPeer(service, key, patience, Optional.empty()).open()) {
      sender.send(REPORT);
    }
  }

  private DeliveryException failure() {
    return catchThrowableOfType(DeliveryException.class, () -> send(Optional.empty()));
  }
}
