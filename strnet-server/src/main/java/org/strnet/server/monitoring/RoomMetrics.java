package org.strnet.server.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.configuration.DestinationConfiguration;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;

/** Films by outcome, the queue's length, results by destination. */
@Component
class RoomMetrics implements MeterBinder {

  private static final List<String> OUTCOMES =
      List.of("refer", "not_flagged", "not_assessable", "failed", "waiting");

  private final RoomCounts counts;
  private final NodeConfiguration node;

  RoomMetrics(RoomCounts counts, NodeConfiguration node) {
    this.counts = counts;
    this.node = node;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String outcome : OUTCOMES) {
      Gauge.builder("strnet.films", () -> counts.films().getOrDefault(outcome, 0L))
          .description("Films by the outcome of their newest result")
          .tag("outcome", outcome)
          .register(registry);
    }
    for (ObjectState state : ObjectState.values()) {
      Gauge.builder("strnet.queue.objects", () -> counts.queue().objects(state))
          .description("Objects in the node's queue by state")
          .tag("state", state.code())
          .register(registry);
    }
    for (DestinationConfiguration destination : node.destinations()) {
      for (DeliveryState state : DeliveryState.values()) {
        Gauge.builder(
                "strnet.deliveries", () -> counts.queue().deliveries(destination.name(), state))
            .description("Results by destination and state of their delivery")
            .tag("destination", destination.name())
            .tag("state", state.code())
            .register(registry);
      }
    }
  }
}
