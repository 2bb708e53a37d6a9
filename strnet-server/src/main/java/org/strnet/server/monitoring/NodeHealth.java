package org.strnet.server.monitoring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.strnet.server.screening.NodeService;

/** The node runs and its queue answers. */
@Component("node")
class NodeHealth implements HealthIndicator {

  private final NodeService node;

  NodeHealth(NodeService node) {
    this.node = node;
  }

  @Override
  public Health health() {
    if (!node.isRunning()) {
      return Health.down().build();
    }
    node.node().status();
    return Health.up().build();
  }
}
