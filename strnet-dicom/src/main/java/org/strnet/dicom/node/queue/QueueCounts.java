package org.strnet.dicom.node.queue;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many rows stand where, counted in the database.
 *
 * @param objects by state's code
 * @param outcomes of finished objects by code, with the reason after a colon where there is one
 * @param deliveries by destination and state's code, a colon between them
 * @param conflicts objects that came again with other pixels
 */
public record QueueCounts(
    Map<String, Long> objects,
    Map<String, Long> outcomes,
    Map<String, Long> deliveries,
    long conflicts) {

  /** Copies the maps, sorted. */
  public QueueCounts {
    objects = java.util.Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(objects)));
    outcomes =
        java.util.Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(outcomes)));
    deliveries =
        java.util.Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(deliveries)));
  }

  /** Objects in a state. */
  public long objects(ObjectState state) {
    return objects.getOrDefault(state.code(), 0L);
  }

  /** Deliveries to a destination in a state. */
  public long deliveries(String destination, DeliveryState state) {
    return deliveries.getOrDefault(destination + ":" + state.code(), 0L);
  }

  /** Deliveries in a state. */
  public long deliveries(DeliveryState state) {
    return deliveries.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(":" + state.code()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
