package org.strnet.dicom.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.configuration.WebConfiguration;

@Timeout(60)
class WebServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=edge";

  @TempDir Path root;

  private static WebConfiguration web(String more) {
    return NodeConfiguration.parse("test", "web: {port: 0%s}".formatted(more)).web();
  }

  private static WebServer serve(Stage stage, String more) {
    return new WebServer(
        web(more),
        stage.intake,
        () -> MetricsText.of(stage.ledger.counts(), stage.intake.counters(), 0));
  }

  private static byte[] body(byte[]... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] file : files) {
      out.write(ascii("--edge\r\nContent-Type: application/dicom\r\n\r\n"));
      out.write(file);
      out.write(ascii("\r\n"));
    }
    out.write(ascii("--edge--\r\n"));
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static HttpResponse<String> post(
      WebServer server, String path, String authorisation, byte[] body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!authorisation.isEmpty()) {
      request.header("Authorization", authorisation);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(WebServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void stored_objects_are_referenced_and_failed_ones_have_their_reason() throws Exception {
    try (Stage stage = new Stage(root);
        WebServer server = serve(stage, "")) {
      HttpResponse<String> both =
          post(server, "/studies", "", body(TestObjects.small(1), new byte[300]));
      assertThat(both.statusCode()).isEqualTo(202);
      assertThat(both.headers().firstValue("Content-Type")).contains("application/dicom+json");
      JsonNode json = JSON.readTree(both.body());
      assertThat(json.at("/00081199/Value/0/00081155/Value/0").asText())
          .isEqualTo(TestObjects.uid(1));
      assertThat(json.at("/00081199/Value/0/00081150/Value/0").asText()).isEqualTo(TestObjects.CR);
      assertThat(json.at("/00081198/Value/0/00081197/Value/0").asInt()).isEqualTo(0xC000);
      HttpResponse<String> again = post(server, "/studies", "", body(TestObjects.small(1)));
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(stage.queue.waiting()).isEqualTo(1);
    }
  }

  @Test
  void another_study_in_the_path_is_a_mismatch() throws Exception {
    try (Stage stage = new Stage(root);
        WebServer server = serve(stage, "")) {
      HttpResponse<String> answer = post(server, "/studies/1.2.3", "", body(TestObjects.small(1)));
      assertThat(answer.statusCode()).isEqualTo(409);
      JsonNode json = JSON.readTree(answer.body());
      assertThat(json.at("/00081198/Value/0/00081197/Value/0").asInt()).isEqualTo(0xA900);
      assertThat(json.at("/00081198/Value/0/00081155/Value/0").asText())
          .isEqualTo(TestObjects.uid(1));
    }
  }

  @Test
  void out_of_resources_is_503_with_a_time_to_come_back() throws Exception {
    try (Stage stage = new Stage(root, Stage.LARGEST, 10, () -> 0);
        WebServer server = serve(stage, "")) {
      HttpResponse<String> answer = post(server, "/studies", "", body(TestObjects.small(1)));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void without_the_token_or_the_password_nothing_is_stored() throws Exception {
    Path token = Files.writeString(root.resolve("token"), "secret");
    Path basic = Files.writeString(root.resolve("basic"), "user:word");
    try (Stage stage = new Stage(root.resolve("node"));
        WebServer server =
            serve(stage, ", bearerTokenFile: '%s', basicFile: '%s'".formatted(token, basic))) {
      byte[] body = body(TestObjects.small(1));
      assertThat(post(server, "/studies", "", body).statusCode()).isEqualTo(401);
      assertThat(post(server, "/studies", "Bearer other", body).statusCode()).isEqualTo(401);
      assertThat(stage.queue.waiting()).isZero();
      assertThat(post(server, "/studies", "Bearer secret", body).statusCode()).isEqualTo(200);
      // user:word in Base64, by hand: printf user:word | base64
      assertThat(post(server, "/studies", "Basic dXNlcjp3b3Jk", body).statusCode()).isEqualTo(200);
      assertThat(get(server, "/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void metrics_are_counts_without_identifiers() throws Exception {
    try (Stage stage = new Stage(root);
        WebServer server = serve(stage, "")) {
      post(server, "/studies", "", body(TestObjects.small(1), TestObjects.small(1)));
      String metrics = get(server, "/metrics").body();
      assertThat(metrics)
          .contains("strnet_objects{state=\"received\"} 1")
          .contains("strnet_received_total{admission=\"known\"} 1")
          .doesNotContain("1.2.826")
          .doesNotContain("PHANTOM");
    }
  }

  @Test
  void other_methods_types_and_sizes_are_refused() throws Exception {
    try (Stage stage = new Stage(root);
        WebServer server = serve(stage, ", requestMebibytes: 1")) {
      assertThat(get(server, "/studies").statusCode()).isEqualTo(405);
      assertThat(post(server, "/studies/x/y", "", body()).statusCode()).isEqualTo(404);
      assertThat(post(server, "/studies", "", ascii("--edge\r\nbroken")).statusCode())
          .isEqualTo(400);
      byte[] large = new byte[3 << 20];
      assertThat(post(server, "/studies", "", body(large)).statusCode()).isEqualTo(413);
      assertThat(stage.queue.waiting()).isZero();
    }
  }

  @Test
  void parts_come_back_byte_for_byte_whatever_their_length_and_content() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      byte[] first = new byte[random.nextInt(200_000)];
      random.nextBytes(first);
      byte[] second = ascii("\r\n--edg\r\n--\r\r\n-".repeat(random.nextInt(9000)));
      MultipartReader reader =
          new MultipartReader(new ByteArrayInputStream(body(first, second)), "edge");
      assertThat(reader.next().orElseThrow().body().readAllBytes()).isEqualTo(first);
      Optional<MultipartReader.Part> part = reader.next();
      assertThat(part.orElseThrow().headers()).containsEntry("content-type", "application/dicom");
      assertThat(part.orElseThrow().body().readAllBytes()).isEqualTo(second);
      assertThat(reader.next()).isEmpty();
    }
  }
}
