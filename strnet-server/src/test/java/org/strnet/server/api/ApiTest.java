package org.strnet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.server.RunningServer;
import org.strnet.server.account.Role;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.log.Correlation;

class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static RunningServer server;
  private static RunningServer.Session reader;
  private static RunningServer.Session radiologist;
  private static Film film;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder, Map.of());
    reader = server.signedIn(Role.READER);
    radiologist = server.signedIn(Role.RADIOLOGIST);
    film = server.screenedPhantom(3);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] phantom(int number) {
    return PhantomObject.file(PhantomObject.draw(2, number));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri(path));
  }

  private static HttpResponse<String> post(
      RunningServer.Session session, HttpRequest.Builder request) throws Exception {
    return session.send(
        request.header("X-CSRF-TOKEN", session.forgeryToken()).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> upload(byte[] object, String... headers) throws Exception {
    HttpRequest.Builder request =
        request("/api/v1/films")
            .header("Content-Type", "application/dicom")
            .POST(BodyPublishers.ofByteArray(object));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return post(reader, request);
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = reader.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void isProblem(HttpResponse<String> answer, int status, String type)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:strnet:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotEmpty();
    assertThat(answer.body()).doesNotContain("\\tat ").doesNotContain(film.patientId());
  }

  @Test
  void a_film_is_uploaded_and_its_result_is_read() throws Exception {
    HttpResponse<String> answer = upload(phantom(1));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String address = answer.headers().firstValue("location").orElseThrow();
    server.screened(JSON.readTree(answer.body()).path("id").asText());

    JsonNode result = get(address + "/results/newest");

    assertThat(result.path("outcome").asText()).isEqualTo("assessed");
    assertThat(result.path("wording").asText()).isNotEmpty();
    assertThat(result.path("use").asText()).contains("Research use only");
    HttpResponse<byte[]> picture =
        reader.send(
            request(result.path("knees").get(0).path("heatMap").asText()).build(),
            BodyHandlers.ofByteArray());
    assertThat(picture.headers().firstValue("content-type")).contains("image/png");
    assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
    HttpResponse<byte[]> object =
        reader.send(request(address + "/object").build(), BodyHandlers.ofByteArray());
    assertThat(object.body()).isEqualTo(phantom(1));
    assertThat(upload(phantom(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_with_the_film_is_the_same_upload() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        String.join(
                "\r\n",
                "--edge",
                "Content-Disposition: form-data; name=\"film\"; filename=\"a.dcm\"",
                "Content-Type: application/dicom",
                "",
                "")
            .getBytes(StandardCharsets.US_ASCII));
    body.write(phantom(2));
    body.write("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));

    HttpResponse<String> answer =
        post(
            reader,
            request("/api/v1/films")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void a_repeated_key_gets_the_same_answer_and_another_body_is_refused() throws Exception {
    HttpResponse<String> first = upload(phantom(4), "Idempotency-Key", "k-1");
    HttpResponse<String> again = upload(phantom(4), "Idempotency-Key", "k-1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("location"))
        .isEqualTo(first.headers().firstValue("location"));
    assertThat(again.headers().firstValue("idempotency-replayed")).contains("true");
    isProblem(upload(phantom(5), "Idempotency-Key", "k-1"), 422, "key-reused");
    isProblem(upload(phantom(5), "Idempotency-Key", "two words"), 400, "invalid-request");
    assertThat(server.bean(FilmRegister.class).bySopInstanceUid(uid(5))).isEmpty();
  }

  private static String uid(int number) {
    return org.strnet.dicom.film.DicomFile.read(phantom(number)).header().sopInstanceUid();
  }

  @Test
  void what_is_no_object_is_refused_by_name() throws Exception {
    isProblem(
        upload("not an object".getBytes(StandardCharsets.US_ASCII)), 422, "unreadable-object");
    isProblem(upload(new byte[0]), 422, "unreadable-object");
    HttpResponse<String> text =
        post(
            reader,
            request("/api/v1/films")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
    assertThat(text.statusCode()).isEqualTo(415);
  }

  @Test
  void the_same_uid_with_other_pixels_is_a_conflict() throws Exception {
    byte[] object = phantom(6);
    assertThat(upload(object).statusCode()).isEqualTo(201);
    object[object.length - 1] ^= 1;

    isProblem(upload(object), 409, "conflicting-object");
  }

  @Test
  void pages_hold_every_film_once() throws Exception {
    for (int number = 10; number < 13; number++) {
      upload(phantom(number));
    }
    List<String> seen = new ArrayList<>();
    JsonNode page = get("/api/v1/films?limit=2");
    HttpResponse<String> first = reader.get("/api/v1/films?limit=2");
    assertThat(first.headers().firstValue("link").orElseThrow())
        .contains("cursor=")
        .contains("rel=\"next\"");
    while (true) {
      page.path("films").forEach(one -> seen.add(one.path("id").asText()));
      if (!page.has("next")) {
        break;
      }
      page = get("/api/v1/films?limit=2&cursor=" + page.path("next").asText());
    }

    assertThat(seen).doesNotHaveDuplicates().contains(film.id()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void filters_choose_films_and_refuse_what_they_do_not_know() throws Exception {
    String patient = film.patientId();
    assertThat(get("/api/v1/films?patient=" + patient).path("films")).isNotEmpty();
    assertThat(get("/api/v1/films?patient=nobody").path("films")).isEmpty();
    assertThat(get("/api/v1/films?outcome=failed&minAge=20&read=false").path("films")).isEmpty();
    isProblem(reader.get("/api/v1/films?sex=X"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?limit=0"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?limit=many"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?from=yesterday"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?colour=red"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?patient=a%00b"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films?cursor=xx"), 400, "invalid-request");
    isProblem(reader.get("/api/v1/films/none"), 404, "not-found");
    isProblem(reader.get("/api/v1/films/" + film.id() + "/results/99"), 404, "not-found");
    HttpResponse<String> wrong = reader.get("/api/v1/films/" + film.id() + "/results/a-word");
    isProblem(wrong, 400, "invalid-request");
    assertThat(JSON.readTree(wrong.body()).path("detail").asText())
        .isEqualTo("cannot be read: number");
    HttpResponse<String> many = reader.get("/api/v1/films?limit=a-word");
    isProblem(many, 400, "invalid-request");
    assertThat(many.body()).contains("cannot be read: limit").doesNotContain("a-word");
  }

  @Test
  void an_unchanged_film_is_not_sent_again() throws Exception {
    String path = "/api/v1/films/" + film.id() + "/results/newest";
    String tag = reader.get(path).headers().firstValue("etag").orElseThrow();

    HttpResponse<String> again =
        reader.send(request(path).header("If-None-Match", tag).build(), BodyHandlers.ofString());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void a_radiologist_scores_again_and_a_reader_may_not() throws Exception {
    Film own = server.screenedPhantom(8);
    String path = "/api/v1/films/" + own.id() + "/results";
    String tag = reader.get("/api/v1/films/" + own.id()).headers().firstValue("etag").orElseThrow();

    isProblem(score(reader, path, "{\"age\": 71}", tag), 403, "forbidden");
    isProblem(score(radiologist, path, "{\"age\": 710}", tag), 422, "implausible-value");
    isProblem(score(radiologist, path, "{\"shoe\": 42}", tag), 422, "implausible-value");
    isProblem(score(radiologist, path, "{\"age\"", tag), 400, "invalid-request");
    isProblem(score(radiologist, path, "[".repeat(9000), tag), 400, "invalid-request");
    isProblem(score(radiologist, path, "null", tag), 400, "invalid-request");
    isProblem(score(radiologist, path, " ".repeat(20_000), tag), 413, "too-large");
    isProblem(score(radiologist, path, "{\"age\": 71}", "\"0\""), 412, "changed-meanwhile");
    HttpResponse<String> made =
        score(radiologist, path, "{\"age\": 71, \"sex\": \"F\", \"smoker\": false}", tag);

    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(get(made.headers().firstValue("location").orElseThrow()).path("number").asInt())
        .isEqualTo(2);
    isProblem(score(radiologist, path, "{\"age\": 71}", tag), 412, "changed-meanwhile");
  }

  private static HttpResponse<String> score(
      RunningServer.Session session, String path, String body, String tag) throws Exception {
    return post(
        session,
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void objects_are_stored_over_the_web_and_screened() throws Exception {
    HttpResponse<String> answer = stow("/dicomweb/studies", phantom(20), "application/dicom+json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode stored = JSON.readTree(answer.body()).path("00081199").path("Value").get(0);
    assertThat(stored.path("00081155").path("Value").get(0).asText()).isEqualTo(uid(20));
    FilmRegister films = server.bean(FilmRegister.class);
    for (int i = 0; i < 1200 && films.bySopInstanceUid(uid(20)).isEmpty(); i++) {
      Thread.sleep(50);
    }
    server.screened(films.bySopInstanceUid(uid(20)).orElseThrow().id());

    HttpResponse<String> xml = stow("/dicomweb/studies", phantom(20), "application/dicom+xml");
    assertThat(xml.body()).contains("ReferencedSOPSequence");
    assertThat(stow("/dicomweb/studies/1.2.3", phantom(21), "*/*").statusCode()).isEqualTo(409);
    isProblem(
        post(
            reader,
            request("/dicomweb/studies")
                .header("Content-Type", "multipart/related")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "unsupported-object");
  }

  private static HttpResponse<String> stow(String path, byte[] object, String accept)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "--edge\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    body.write(object);
    body.write("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
    return post(
        reader,
        request(path)
            .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=edge")
            .header("Accept", accept)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  @Test
  void a_correlation_identifier_goes_from_the_request_to_film_and_logs() throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            Correlation.current().ifPresent(id -> logged.add(id + ": " + line.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("org.strnet.server");
    log.addHandler(listener);
    try {
      HttpResponse<String> answer = upload(phantom(30), "X-Correlation-Id", "order-4711");

      assertThat(answer.headers().firstValue("x-correlation-id")).contains("order-4711");
      JsonNode taken = JSON.readTree(answer.body());
      assertThat(taken.path("correlationId").asText()).isEqualTo("order-4711");
      server.screened(taken.path("id").asText());
      for (int i = 0; i < 200 && logged.isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(logged).anyMatch(line -> line.startsWith("order-4711: film {0} result"));
    } finally {
      log.removeHandler(listener);
    }
    HttpResponse<String> strange = upload(phantom(30), "X-Correlation-Id", "a b");
    assertThat(strange.headers().firstValue("x-correlation-id").orElseThrow())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void the_description_is_valid_and_says_everything_of_every_operation() throws Exception {
    String text = reader.get("/api/openapi").body();
    // For whoever wants to read it.
    Files.writeString(Path.of("target", "openapi.json"), text);
    ParseOptions strict = new ParseOptions();
    strict.setResolve(true);
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text, null, strict);

    assertThat(parsed.getMessages()).isEmpty();
    OpenAPI description = parsed.getOpenAPI();
    assertThat(description.getSpecVersion()).isEqualTo(SpecVersion.V31);
    assertThat(description.getComponents().getSecuritySchemes()).containsKeys("token", "session");
    description
        .getPaths()
        .forEach(
            (path, item) -> {
              item.readOperationsMap().values().forEach(operation -> saysAll(path, operation));
              if (item.getPost() != null) {
                assertThat(item.getPost().getRequestBody().getContent().values())
                    .as(path)
                    .isNotEmpty()
                    .allMatch(content -> content.getSchema() != null);
              }
            });
    assertThat(description.getPaths().get("/api/v1/films").getPost().getRequestBody().getContent())
        .containsOnlyKeys("application/dicom", "multipart/form-data")
        .hasEntrySatisfying(
            "multipart/form-data",
            form -> {
              Schema<?> schema = form.getSchema();
              assertThat(schema.getProperties())
                  .containsOnlyKeys("film", "patient", "age", "sex", "side", "taken");
            });
    assertThat(description.getPaths().get("/api/v1/films/{id}/results/{number}/report").getGet())
        .matches(
            report -> report.getResponses().get("200").getContent().containsKey("application/pdf"))
        .matches(
            report ->
                report.getResponses().keySet().containsAll(Set.of("304", "404", "409", "410")));
  }

  private static void saysAll(String path, Operation operation) {
    assertThat(operation.getSummary()).as(path).isNotBlank();
    assertThat(operation.getTags()).as(path).isNotEmpty();
    List<Map.Entry<String, ApiResponse>> answers = List.copyOf(operation.getResponses().entrySet());
    assertThat(answers)
        .as(path)
        .anyMatch(answer -> answer.getKey().startsWith("2"))
        .anyMatch(answer -> answer.getKey().startsWith("4"))
        .allMatch(answer -> !answer.getValue().getDescription().isBlank())
        .allMatch(
            answer ->
                answer.getKey().equals("304")
                    || answer.getValue().getContent().values().stream()
                        .allMatch(content -> content.getSchema() != null));
  }

  private static Set<RequestMappingInfo> routes() {
    Set<RequestMappingInfo> routes = new HashSet<>();
    for (HandlerMapping mapping : server.bean(DispatcherServlet.class).getHandlerMappings()) {
      if (mapping instanceof RequestMappingHandlerMapping controllers) {
        routes.addAll(controllers.getHandlerMethods().keySet());
      }
    }
    return routes;
  }

  @Test
  void every_route_of_the_interfaces_is_described() throws Exception {
    TreeSet<String> described = new TreeSet<>();
    new OpenAPIV3Parser()
        .readContents(reader.get("/api/openapi").body(), null, null)
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .keySet()
                    .forEach((PathItem.HttpMethod method) -> described.add(method + " " + path)));

    TreeSet<String> routes = new TreeSet<>();
    for (RequestMappingInfo route : routes()) {
      for (String path : route.getPatternValues()) {
        if (path.startsWith("/api/v") || path.startsWith("/dicomweb/")) {
          route.getMethodsCondition().getMethods().forEach(it -> routes.add(it + " " + path));
        }
      }
    }

    assertThat(routes).hasSizeGreaterThanOrEqualTo(9);
    assertThat(described).containsAll(routes);
  }

  @Test
  void prometheus_reads_counts_and_no_patient() throws Exception {
    RunningServer.Session administrator = server.signedIn(Role.ADMINISTRATOR);
    String text = administrator.get("/actuator/prometheus").body();

    assertThat(text)
        .contains("strnet_films{outcome=\"not_assessable\"}")
        .contains("strnet_queue_objects{state=\"received\"}")
        .containsPattern("strnet_screening_seconds_count [1-9]")
        .containsPattern("strnet_turnaround_seconds_count [1-9]")
        .doesNotContain(film.patientId())
        .doesNotContain(film.id());
  }

  @Test
  void readiness_knows_database_node_and_disk() throws Exception {
    HttpResponse<String> ready = server.visitor().get("/actuator/health/readiness");

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("UP");
    server.bean(org.strnet.server.screening.NodeService.class).stop();
    try {
      assertThat(server.visitor().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    } finally {
      server.bean(org.strnet.server.screening.NodeService.class).start();
    }
  }
}
