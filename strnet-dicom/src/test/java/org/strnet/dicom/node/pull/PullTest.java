package org.strnet.dicom.node.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Programs;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.dicom.node.receive.DicomReceiver;
import org.strnet.dicom.node.receive.ReceiverRules;

@Timeout(60)
class PullTest {

  @TempDir Path root;

  private static PullConfiguration pull(String yaml) {
    return NodeConfiguration.parse("test", "pulls: [{name: archive, " + yaml + "}]").pulls().get(0);
  }

  private static void await(Stage stage, long objects) throws InterruptedException {
    while (stage.queue.waiting() < objects) {
      Thread.sleep(10);
    }
  }

  /** Three studies of one film each; the third is a chest. */
  private static HttpServer archive(List<String> requests) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext(
        "/dicom-web",
        exchange -> {
          requests.add(String.valueOf(exchange.getRequestURI()));
          answer(exchange, exchange.getRequestURI().getPath());
        });
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, String path) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (path.endsWith("/studies")) {
      json(
          exchange,
          "[%s,%s,%s]".formatted(uid("0020000D", 1), uid("0020000D", 2), uid("0020000D", 3)));
    } else if (path.endsWith("/series")) {
      String number = path.replaceAll(".*/studies/(\\d+)/series", "$1");
      if (number.length() > 1) {
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      json(
          exchange,
          "[{\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"%s\"]},\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CR\"]},\"00180015\":{\"vr\":\"CS\",\"Value\":[\"%s\"]}}]"
              .formatted(number, number.equals("3") ? "CHEST" : "KNEE"));
    } else if (path.endsWith("/instances")) {
      String number = path.replaceAll(".*/series/(\\d+)/instances", "$1");
      boolean bySop = query.contains("SOPInstanceUID=77");
      json(
          exchange,
          bySop
              ? "[{\"0020000D\":{\"Value\":[\"2\"]},\"0020000E\":{\"Value\":[\"2\"]}}]"
              : "[%s]".formatted(uid("00080018", Integer.parseInt(number))));
    } else {
      String number = path.replaceAll(".*/series/(\\d+)/instances/.*", "$1");
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(ascii("--b\r\nContent-Type: application/dicom\r\n\r\n"));
      body.writeBytes(TestObjects.small(Integer.parseInt(number)));
      body.writeBytes(ascii("\r\n--b--"));
      exchange
          .getResponseHeaders()
          .set("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=b");
      exchange.sendResponseHeaders(200, body.size());
      body.writeTo(exchange.getResponseBody());
      exchange.close();
    }
  }

  private static String uid(String tag, int value) {
    return "{\"%s\":{\"vr\":\"UI\",\"Value\":[\"%d\"]}}".formatted(tag, value);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(ascii(body));
    exchange.close();
  }

  private static long retrievals(List<String> requests) {
    return requests.stream().filter(path -> path.contains("/instances/")).count();
  }

  @Test
  void a_query_over_the_web_fetches_the_knees_once_even_over_a_restart() throws Exception {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer server = archive(requests);
    String url = "http://127.0.0.1:%d/dicom-web".formatted(server.getAddress().getPort());
    PullConfiguration configuration =
        pull("studyDates: 20240101-20240131, modalities: CR, peer: {url: '" + url + "'}");
    try (Stage stage = new Stage(root)) {
      for (int round = 0; round < 2; round++) {
        try (Pull pull = new Pull(configuration, stage.intake, stage.ledger)) {
          pull.start();
          await(stage, 2);
        }
      }
      assertThat(stage.queue.waiting()).isEqualTo(2);
      assertThat(retrievals(requests)).isEqualTo(2);
      assertThat(requests.get(0)).contains("StudyDate=20240101-20240131", "ModalitiesInStudy=CR");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_list_of_uids_names_studies_and_objects() throws Exception {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer server = archive(requests);
    String url = "http://127.0.0.1:%d/dicom-web".formatted(server.getAddress().getPort());
    Path list = Files.writeString(root.resolve("uids"), "1\n\n77\n");
    try (Stage stage = new Stage(root.resolve("node"));
        Pull pull =
            new Pull(
                pull("uidFile: '%s', peer: {url: '%s'}".formatted(list, url)),
                stage.intake,
                stage.ledger)) {
      pull.start();
      await(stage, 2);
    } finally {
      server.stop(0);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process dcmqrscp(int port, int node) throws Exception {
    Path store = Files.createDirectories(root.resolve("archive"));
    Path configuration =
        Files.writeString(
            root.resolve("dcmqrscp.cfg"),
            """
            NetworkTCPPort = %d
            MaxPDUSize = 16384
            MaxAssociations = 16
            HostTable BEGIN
            node = (STRNET, 127.0.0.1, %d)
            HostTable END
            VendorTable BEGIN
            VendorTable END
            AETable BEGIN
            ARCHIVE %s RW (200, 1024mb) ANY
            AETable END
            """
                .formatted(port, node, store));
    Process process =
        new ProcessBuilder("dcmqrscp", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("dcmqrscp.log").toFile())
            .start();
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return process;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("dcmqrscp does not listen");
  }

  @Test
  void a_query_of_dcmtks_archive_moves_the_films_to_the_receiver() throws Exception {
    Programs.require("dcmqrscp");
    Programs.require("storescu");
    ReceiverRules rules = Stage.receiver(Set.of(), 4, Duration.ofSeconds(10));
    int port = freePort();
    try (Stage stage = new Stage(root.resolve("node"));
        DicomReceiver receiver = new DicomReceiver(rules, stage.intake)) {
      Process archive = dcmqrscp(port, receiver.port());
      try {
        List<String> command =
            new ArrayList<>(
                List.of("storescu", "-aec", "ARCHIVE", "127.0.0.1", String.valueOf(port)));
        TestObjects.write(root.resolve("films"), 1, 3, 64)
            .forEach(film -> command.add(film.toString()));
        assertThat(Programs.run(root.resolve("log"), command)).isZero();
        String peer =
            "peer: {protocol: dimse, host: 127.0.0.1, port: %d, calledAe: ARCHIVE}".formatted(port);
        try (Pull pull = new Pull(pull(peer), stage.intake, stage.ledger)) {
          pull.start();
          await(stage, 3);
          while (pull.fetched() < 3) {
            Thread.sleep(10);
          }
        }
        try (Pull again = new Pull(pull(peer), stage.intake, stage.ledger)) {
          again.start();
          Thread.sleep(500);
          assertThat(again.fetched()).isZero();
        }
      } finally {
        archive.destroy();
        archive.waitFor();
      }
    }
  }
}
