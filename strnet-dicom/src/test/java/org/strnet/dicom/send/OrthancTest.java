package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.result.Program;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.report.ModelFacts;

/** An Orthanc of its own: what it is sent it returns, and what it is sent twice it holds once. */
class OrthancTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final List<ResultObject> OBJECTS =
      ResultObjects.of(FACTS, ResultCases.everything())
          .of(ResultCases.twoKnees(FACTS), ResultCases.AT);
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Process> orthanc = Optional.empty();
  private int web;
  private int dimse;

  @AfterEach
  void stop() throws InterruptedException {
    if (orthanc.isPresent()) {
      orthanc.get().destroy();
      orthanc.get().waitFor();
    }
  }

  @Test
  void objects_sent_twice_by_c_store_are_held_once_and_returned_as_they_were() throws Exception {
    start(List.of());
    var peer =
        new StorePeer("127.0.0.1", dimse, "ORTHANC", "STRNET", Patience.USUAL, Optional.empty());
    try (ResultSender sender = peer.open()) {
      sendTwice(sender);
    }
    assertReturned();
  }

  @Test
  void objects_sent_twice_by_stow_are_held_once_and_returned_as_they_were() throws Exception {
    assumeTrue(Files.exists(PLUGIN), "needs Orthanc's plugin for DICOMweb");
    start(List.of(PLUGIN.toString()));
    URI service = URI.create("http://127.0.0.1:" + web + "/dicom-web");
    var peer = new WebPeer(service, Optional.empty(), Patience.USUAL, Optional.empty());
    try (ResultSender sender = peer.open()) {
      sendTwice(sender);
    }
    assertReturned();
  }

  private static void sendTwice(ResultSender sender) throws DeliveryException {
    for (int i = 0; i < 2; i++) {
      for (ResultObject object : OBJECTS) {
        sender.send(object);
      }
    }
  }

  private void assertReturned() throws Exception {
    List<String> identifiers = new ArrayList<>();
    new ObjectMapper()
        .readTree(get("/instances"))
        .forEach(identifier -> identifiers.add(identifier.asText()));
    List<Attributes> held = new ArrayList<>();
    for (String identifier : identifiers) {
      held.add(ReadBack.dataset(get("/instances/" + identifier + "/file")));
    }
    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(
            OBJECTS.stream().map(object -> ReadBack.dataset(object.file())).toList());
    assertThat(new ObjectMapper().readTree(get("/studies"))).hasSize(1);
  }

  private byte[] get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + path)).build();
    return client.send(request, BodyHandlers.ofByteArray()).body();
  }

  private void start(List<String> plugins) throws Exception {
    Path program = Program.require("Orthanc");
    web = AnsweringPeer.freePort();
    dimse = AnsweringPeer.freePort();
    String listed = plugins.isEmpty() ? "" : "\"" + String.join("\",\"", plugins) + "\"";
    String configuration =
        """
        {"Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "HttpPort": %d,
         "DicomPort": %d, "DicomAet": "ORTHANC", "AuthenticationEnabled": false,
         "RemoteAccessAllowed": false, "DicomAlwaysAllowStore": true, "Plugins": [%s],
         "DicomWeb": {"Enable": true}}
        """
            .formatted(folder.resolve("db"), folder.resolve("db"), web, dimse, listed);
    Path file = Files.writeString(folder.resolve("orthanc.json"), configuration);
    orthanc =
        Optional.of(
            new ProcessBuilder(program.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start());
    Peers.awaitPort(web);
    Peers.awaitPort(dimse);
  }
}
