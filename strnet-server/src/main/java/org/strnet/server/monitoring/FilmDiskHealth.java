package org.strnet.server.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.server.configuration.ReadingRoomSettings;

/** The folder can be written and has more free than the node's floor. */
@Component("disk")
class FilmDiskHealth implements HealthIndicator {

  private final Path folder;
  private final long floor;

  FilmDiskHealth(ReadingRoomSettings settings, NodeConfiguration node) {
    folder = Path.of(settings.folder());
    floor = node.storage().rules().freeSpaceFloor();
  }

  @Override
  public Health health() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      boolean usable = Files.isWritable(folder) && free >= floor;
      return (usable ? Health.up() : Health.outOfService()).withDetail("free", free).build();
    } catch (IOException e) {
      return Health.down(e).build();
    }
  }
}
