package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @TempDir private Path temp;

  @Test
  void films_that_are_sent_come_out_of_the_archive_as_reports_and_a_second_time_as_nothing_more()
      throws IOException, InterruptedException {
    for (String program : List.of("Orthanc", "storescu", "dsrdump")) {
      assumeTrue(Archive.program(program).isPresent(), "needs " + program);
    }
    try (Archive archive = Archive.start(temp)) {
      trial(archive);
    }
  }

  private void trial(Archive archive) throws IOException, InterruptedException {
    Attributes chest = PhantomObject.draw(3, 6);
    chest.setString(Tag.BodyPartExamined, VR.CS, "CHEST");
    Path knee = Files.write(temp.resolve("knee.dcm"), PhantomObject.file(PhantomObject.draw(3, 3)));
    Path other = Files.write(temp.resolve("chest.dcm"), PhantomObject.file(chest));
    Bundle bundle = Bundle.load(Path.of("../models/strnet-phantom"));
    try (BundleNetworks networks = BundleNetworks.open(bundle);
        Node node = node(bundle, networks, archive.dicomPort())) {
      send(node, knee, other);
      Archive.waitFor(() -> archive.count("CountInstances") == 6);
      send(node, knee, other);
      TimeUnit.SECONDS.sleep(2);
      assertThat(archive.count("CountInstances")).isEqualTo(6);
      assertThat(archive.count("CountStudies")).isEqualTo(2);
    }
    String reports = reports(archive);
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
            bundle, networks.network(), networks.joints().orElseThrow(), Explanations.DRAWN);
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

  private String reports(Archive archive) throws IOException, InterruptedException {
    StringBuilder reports = new StringBuilder();
    for (JsonNode id : archive.get("/instances")) {
      Path file = temp.resolve(id.textValue() + ".dcm");
      Files.write(file, archive.bytes("/instances/" + id.textValue() + "/file"));
      Process dump = new ProcessBuilder("dsrdump", file.toString()).start();
      reports.append(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      dump.waitFor();
    }
    return reports.toString();
  }
}
