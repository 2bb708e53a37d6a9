package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.node.Node;
import org.strnet.dicom.node.NodeDestinations;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.result.ResultOptions;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;

/** A film on its whole way: storescu, node, Orthanc, report as DCMTK prints it. */
class NodeEndToEndTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path temp;

  @Test
  void films_that_are_sent_come_out_of_the_archive_as_reports_and_a_second_time_as_nothing_more()
      throws IOException, InterruptedException {
    for (String program : List.of("Orthanc", "storescu", "dsrdump")) {
      assumeTrue(
          DicomCommandsTest.isThere(program) || Files.isExecutable(Path.of("/usr/sbin", program)),
          "needs " + program);
    }
    int web = freePort();
    int dicom = freePort();
    Process orthanc = orthanc(web, dicom);
    try {
      waitFor(() -> statistics(web).path("CountInstances").asInt(-1) == 0);
      trial(web, dicom);
    } finally {
      orthanc.destroy();
      orthanc.waitFor(20, TimeUnit.SECONDS);
      orthanc.destroyForcibly();
    }
  }

  private void trial(int web, int dicom) throws IOException, InterruptedException {
    Attributes chest = PhantomObject.draw(3, 6);
    chest.setString(Tag.BodyPartExamined, VR.CS, "CHEST");
    Path knee = Files.write(temp.resolve("knee.dcm"), PhantomObject.file(PhantomObject.draw(3, 3)));
    Path other = Files.write(temp.resolve("chest.dcm"), PhantomObject.file(chest));
    Bundle bundle = Bundle.load(Path.of("../models/strnet-phantom"));
    try (BundleNetworks networks = BundleNetworks.open(bundle);
        Node node = node(bundle, networks, dicom)) {
      send(node, knee, other);
      waitFor(() -> statistics(web).path("CountInstances").asInt() == 6);
      send(node, knee, other);
      TimeUnit.SECONDS.sleep(2);
      assertThat(statistics(web).path("CountInstances").asInt()).isEqualTo(6);
      assertThat(statistics(web).path("CountStudies").asInt()).isEqualTo(2);
    }
    String reports = reports(web);
    assertThat(reports).contains("\"Refer for densitometry\"", "\"Wrong body part\"");
    assertThat(reports).contains("Comprehensive SR Document").doesNotContain("Negative");
  }

  private Node node(Bundle bundle, BundleNetworks networks, int archive) {
    NodeConfiguration settings =
        NodeConfiguration.parse(
            "test",
            """
            folder: %s
            receiver: {address: 127.0.0.1, port: 0}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 1}
            destinations:
              - name: archive
                objects: [sr, page, pdf]
                peer: {host: 127.0.0.1, port: %d, calledAe: ARCHIVE}
            """
                .formatted(temp.resolve("node"), archive));
    Screener screener =
        Screener.of(
            bundle, networks.network(), networks.joints().orElseThrow(), Explanations.HEAT_MAPS);
    NodeProcessing processing =
        new NodeProcessing(
            new DicomScreener(screener, new FilmGate(GateConfiguration.defaults())),
            ResultObjects.of(bundle.facts(), ResultOptions.of(DeviceIdentity.of("0.1.0", "TEST"))));
    return Node.start(settings, processing, NodeDestinations.of(settings));
  }

  private static void send(Node node, Path... films) throws IOException, InterruptedException {
    for (Path film : films) {
      Process storescu =
          new ProcessBuilder(
                  "storescu",
                  "-aec",
                  "STRNET",
                  "127.0.0.1",
                  node.dicomPort().orElseThrow().toString(),
                  film.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(storescu.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(storescu.waitFor()).as(said).isZero();
    }
  }

  private String reports(int web) throws IOException, InterruptedException {
    StringBuilder reports = new StringBuilder();
    for (JsonNode id : get(web, "/instances")) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/instances/%s/file".formatted(web, id.textValue())))
              .build();
      Path file = temp.resolve(id.textValue() + ".dcm");
      HTTP.send(request, BodyHandlers.ofFile(file));
      Process dump = new ProcessBuilder("dsrdump", file.toString()).start();
      reports.append(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      dump.waitFor();
    }
    return reports.toString();
  }

  private Process orthanc(int web, int dicom) throws IOException {
    Path settings =
        Files.writeString(
            temp.resolve("orthanc.json"),
            """
            {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "DicomAet": "ARCHIVE",
             "DicomPort": %2$d, "HttpPort": %3$d, "AuthenticationEnabled": false,
             "DicomAlwaysAllowStore": true, "DicomAlwaysAllowFind": true}
            """
                .formatted(temp.resolve("archive"), dicom, web));
    String program = DicomCommandsTest.isThere("Orthanc") ? "Orthanc" : "/usr/sbin/Orthanc";
    return new ProcessBuilder(program, settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("orthanc.log").toFile())
        .start();
  }

  private static JsonNode statistics(int web) throws IOException, InterruptedException {
    return get(web, "/statistics");
  }

  private static JsonNode get(int web, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    return new ObjectMapper().readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What is waited for; an archive that does not listen yet has not happened. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void waitFor(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new AssertionError("it did not happen within 90 seconds");
  }
}
