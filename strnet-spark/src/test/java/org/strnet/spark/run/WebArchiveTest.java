package org.strnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.cluster.StandaloneCluster;
import org.strnet.spark.storage.WebPlaces;

/** Films of an Orthanc that is asked by DICOMweb. */
class WebArchiveTest {

  private static final Path ORTHANC = Path.of("/usr/sbin/Orthanc");
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void films_of_a_query_are_screened_like_those_of_a_folder_and_once() throws Exception {
    assumeTrue(Files.isExecutable(ORTHANC), "needs Orthanc");
    assumeTrue(Files.exists(PLUGIN), "needs Orthanc's plugin for DICOMweb");
    Path films = Files.createDirectories(folder.resolve("films"));
    for (int number = 0; number < 4; number++) {
      PhantomArchive.film(films, number);
    }
    ArchiveTrial folders = ArchiveTrial.plain(folder.resolve("of-folder"));
    folders.run(films);
    int port = freePort();
    Process orthanc = orthanc(port);
    try {
      store(port, films);
      String url = "http://127.0.0.1:%d/dicom-web".formatted(port);
      ArchiveTrial web = ArchiveTrial.plain(folder.resolve("of-web"));

      assertThat(web.run(url + "?Modality=CT")).isZero();
      assertThat(web.run(url + "?Modality=DX")).isEqualTo(4);
      Path configuration =
          Files.writeString(
              folder.resolve("node.yaml"),
              "pulls: [{name: pacs, peer: {protocol: dicomweb, url: '%s'}}]".formatted(url),
              StandardCharsets.UTF_8);
      assertThat(web.run(configuration.toString())).isZero();

      assertThat(figures(web.rows())).isEqualTo(figures(folders.rows())).hasSize(4);
      assertThat(web.rows())
          .allSatisfy(
              row -> {
                assertThat(row.<String>getAs("film"))
                    .startsWith(url + "/studies/")
                    .endsWith("/instances/" + row.getAs("sop_instance_uid"));
                assertThat(row.<Long>getAs("bytes")).isPositive();
              });
    } finally {
      orthanc.destroy();
      orthanc.waitFor();
    }
  }

  @Test
  void a_query_that_is_not_understood_and_a_configuration_without_pulls_are_refused()
      throws IOException {
    Path empty =
        Files.writeString(folder.resolve("node.yaml"), "pulls: []", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> WebPlaces.of(List.of("https://host/dicom-web?PatientName=X")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("found 'PatientName=X'");
    assertThatThrownBy(() -> WebPlaces.of(List.of(empty.toString())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must have pulls");
  }

  /** What was found, by the object, whatever the place. */
  private static List<String> figures(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.<String>getAs("sop_instance_uid"),
                    row.<String>getAs("pixel_hash"),
                    row.<String>getAs("outcome"),
                    String.valueOf(row.<Double>getAs("p_bone_loss"))))
        .sorted()
        .toList();
  }

  private Process orthanc(int port) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("orthanc.json"),
            """
            {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "HttpPort": %2$d,
             "DicomServerEnabled": false, "AuthenticationEnabled": false,
             "RemoteAccessAllowed": false, "Plugins": ["%3$s"], "DicomWeb": {"Enable": true}}
            """
                .formatted(folder.resolve("db"), port, PLUGIN),
            StandardCharsets.UTF_8);
    Process orthanc =
        new ProcessBuilder(ORTHANC.toString(), settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
    StandaloneCluster.await("Orthanc answers", () -> answers(port));
    return orthanc;
  }

  private boolean answers(int port) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + "/statistics");
      return client
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(int port, Path films) throws Exception {
    try (Stream<Path> files = Files.list(films)) {
      for (Path film : files.toList()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/instances"))
                .POST(HttpRequest.BodyPublishers.ofFile(film))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
