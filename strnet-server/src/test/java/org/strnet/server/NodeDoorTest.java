package org.strnet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.server.configuration.ReadingRoomSettings;
import org.strnet.server.screening.NodeService;

/** The node's own web server takes objects from anybody: beside the room's it is off. */
class NodeDoorTest {

  @TempDir Path folder;

  private NodeConfiguration configured(Optional<String> yaml) throws Exception {
    Path file = folder.resolve("site.yaml");
    if (yaml.isPresent()) {
      Files.writeString(file, yaml.get());
    }
    return new ReadingRoom()
        .nodeConfiguration(
            new ReadingRoomSettings(
                folder.toString(),
                "bundle",
                "STATION",
                yaml.map(text -> file.toString()),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void the_node_s_own_web_port_opens_only_where_a_site_says_so() throws Exception {
    assertThat(configured(Optional.empty()).web().enabled()).isFalse();
    assertThat(configured(Optional.empty()).folder()).isEqualTo(folder.resolve("node").toString());
    assertThat(configured(Optional.of("receiver: {port: 0}")).web().enabled()).isFalse();
    assertThat(configured(Optional.of("web: {port: 0}")).web().enabled()).isFalse();
    assertThat(configured(Optional.of("web: {enabled: true}")).web().enabled()).isTrue();
    assertThat(configured(Optional.of("web: {enabled: true}")).web().port()).isEqualTo(11180);
  }

  @Test
  void a_running_room_has_one_door_for_objects_over_the_web_and_asks_who_comes() throws Exception {
    try (RunningServer server = RunningServer.start(folder)) {
      assertThat(server.bean(NodeService.class).node().webPort()).isEmpty();
      int status =
          server
              .visitor()
              .send(
                  HttpRequest.newBuilder(server.uri("/dicomweb/studies"))
                      .header("Authorization", "Bearer strnet_none")
                      .POST(BodyPublishers.ofString("x"))
                      .build(),
                  BodyHandlers.ofString())
              .statusCode();
      assertThat(status).isEqualTo(401);
    }
  }
}
