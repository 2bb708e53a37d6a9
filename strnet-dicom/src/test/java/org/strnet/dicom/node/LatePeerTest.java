package org.strnet.dicom.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.result.series.ResultClass;

/**
 * DCMTK's storescp as a destination that is not there at first, and that goes and comes. It only
 * stores: asked by C-FIND whether it holds what was tried before, it refuses the service.
 */
@Timeout(120)
class LatePeerTest {

  @TempDir Path root;

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process storescp(Path received, int port) throws IOException {
    Files.createDirectories(received);
    return new ProcessBuilder("storescp", "-od", received.toString(), String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("storescp.log").toFile())
        .start();
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static long delivered(Node node) {
    return node.status().counts().deliveries("pacs", DeliveryState.DELIVERED);
  }

  private static void take(Node node, int number) throws Exception {
    node.intake().take(new ByteArrayInputStream(TestObjects.small(number)));
  }

  @Test
  void results_reach_a_peer_that_starts_after_the_first_tries_and_one_that_comes_back()
      throws Exception {
    Programs.require("storescp");
    int port = freePort();
    Path received = root.resolve("received");
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "test",
            """
            folder: %s
            receiver: {enabled: false}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 0}
            delivery: {firstPauseSeconds: 0.1, longestPauseSeconds: 0.4}
            destinations:
              - name: pacs
                objects: [sr]
                peer: {host: 127.0.0.1, port: %d, calledAe: STORESCP}
            """
                .formatted(root.resolve("node"), port));
    try (Node node =
        Node.start(
            configuration,
            new FakeProcessing(ResultClass.COMPREHENSIVE_SR.uid()),
            NodeDestinations.of(configuration))) {
      take(node, 1);
      take(node, 2);
      Thread.sleep(1500);
      assertThat(delivered(node)).isZero();
      assertThat(node.status().counts().deliveries("pacs", DeliveryState.REFUSED)).isZero();

      Process first = storescp(received, port);
      try {
        NodeTest.await(() -> delivered(node) == 2);
        assertThat(files(received)).isEqualTo(2);
      } finally {
        first.destroyForcibly().waitFor();
      }
      take(node, 3);
      Thread.sleep(800);
      Process second = storescp(received, port);
      try {
        NodeTest.await(() -> delivered(node) == 3);
        assertThat(files(received)).isEqualTo(3);
      } finally {
        second.destroyForcibly().waitFor();
      }
    }
  }
}
