package org.strnet.dicom.node.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.dicom.node.configuration.PeerConfiguration;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.web.MultipartReader;

/** An archive that is asked by QIDO-RS and answers by WADO-RS (PS3.18, 10.4 and 10.6). */
final class WebArchive implements Archive {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final String OBJECT =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
  private static final String STUDY = "0020000D";
  private static final String SERIES = "0020000E";
  private static final String SOP_INSTANCE = "00080018";

  private final HttpClient client;
  private final String base;
  private final Optional<String> token;
  private final Taker taker;

  WebArchive(PeerConfiguration peer, Taker taker) {
    this.taker = taker;
    base = peer.url().replaceAll("/+$", "");
    token = peer.bearerToken();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER);
    peer.tls().context().ifPresent(builder::sslContext);
    client = builder.build();
  }

  @Override
  public List<String> studies(Selection selection) throws IOException {
    StringBuilder query = new StringBuilder();
    if (!selection.studyDates().isEmpty()) {
      query.append("&StudyDate=").append(encoded(selection.studyDates()));
    }
    if (selection.modalities().size() == 1) {
      query.append("&ModalitiesInStudy=").append(encoded(selection.modalities().get(0)));
    }
    List<String> studies = new ArrayList<>();
    for (JsonNode study : search("/studies", query.toString())) {
      studies.add(text(study, STUDY));
    }
    return studies;
  }

  @Override
  public List<FoundObject> objects(String study, Selection selection) throws IOException {
    List<FoundObject> found = new ArrayList<>();
    String path = "/studies/" + encoded(study) + "/series";
    for (JsonNode series : search(path, "&includefield=00180015&includefield=00080060")) {
      if (selection.takes(text(series, "00080060"), text(series, "00180015"))) {
        String uid = text(series, SERIES);
        for (JsonNode object : search(path + "/" + encoded(uid) + "/instances", "")) {
          found.add(new FoundObject(study, uid, text(object, SOP_INSTANCE)));
        }
      }
    }
    return found;
  }

  @Override
  public List<FoundObject> object(String sopInstance) throws IOException {
    List<FoundObject> found = new ArrayList<>();
    String query = "&SOPInstanceUID=" + encoded(sopInstance);
    for (JsonNode object : search("/instances", query + "&includefield=0020000E")) {
      found.add(new FoundObject(text(object, STUDY), text(object, SERIES), sopInstance));
    }
    return found;
  }

  @Override
  public boolean holds(FoundObject object) throws IOException {
    String path =
        "/studies/%s/series/%s/instances"
            .formatted(encoded(object.study()), encoded(object.series()));
    for (JsonNode row : search(path, "&SOPInstanceUID=" + encoded(object.sopInstance()))) {
      if (text(row, SOP_INSTANCE).equals(object.sopInstance())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void fetch(List<FoundObject> objects, Consumer<FoundObject> done) throws IOException {
    for (FoundObject object : objects) {
      HttpResponse<InputStream> response = get(path(object), OBJECT);
      try (InputStream body = response.body()) {
        take(response, body);
      }
      done.accept(object);
    }
  }

  /**
   * The file of one object.
   *
   * @param most bytes that are read; a longer one is cut there
   */
  byte[] file(FoundObject object, int most) throws IOException {
    HttpResponse<InputStream> response = get(path(object), OBJECT);
    try (InputStream body = response.body()) {
      Optional<MultipartReader.Part> part = parts(response, body).next();
      return part.orElseThrow(() -> new IOException("the archive answers without an object"))
          .body()
          .readNBytes(most);
    }
  }

  private static String path(FoundObject object) {
    return "/studies/%s/series/%s/instances/%s"
        .formatted(
            encoded(object.study()), encoded(object.series()), encoded(object.sopInstance()));
  }

  private void take(HttpResponse<InputStream> response, InputStream body) throws IOException {
    MultipartReader parts = parts(response, body);
    for (Optional<MultipartReader.Part> part = parts.next();
        part.isPresent();
        part = parts.next()) {
      try {
        taker.take(part.get().body());
      } catch (IntakeException e) {
        if (e.refusal().isTransient()) {
          throw new IOException("the node takes nothing now: " + e.refusal().code(), e);
        }
      }
    }
  }

  private static MultipartReader parts(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Matcher boundary = BOUNDARY.matcher(type);
    if (response.statusCode() != 200 || !boundary.find()) {
      throw new IOException("the archive answers %d to WADO-RS".formatted(response.statusCode()));
    }
    String limit = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    return new MultipartReader(body, limit);
  }

  /** All pages of a search. */
  private List<JsonNode> search(String path, String query) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    while (true) {
      String page = "%s?limit=%d&offset=%d%s".formatted(path, PAGE, rows.size(), query);
      HttpResponse<InputStream> response = get(page, "application/dicom+json");
      try (InputStream body = response.body()) {
        if (response.statusCode() == 204 || response.statusCode() == 404) {
          return rows;
        }
        if (response.statusCode() != 200) {
          throw new IOException(
              "the archive answers %d to QIDO-RS".formatted(response.statusCode()));
        }
        JsonNode found = JSON.readTree(body);
        int before = rows.size();
        found.forEach(rows::add);
        if (rows.size() - before < PAGE) {
          return rows;
        }
      }
    }
  }

  private HttpResponse<InputStream> get(String path, String accept) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Accept", accept)
            .GET();
    token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String text(JsonNode object, String tag) {
    return object.path(tag).path("Value").path(0).asText("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
