package org.strnet.dicom.node.deliver;

import java.util.List;
import org.strnet.dicom.node.queue.DeliveryQueue;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.work.ResultRouting;
import org.strnet.dicom.result.ResultKind;

/** Delivers to every destination. */
public final class Deliveries implements ResultRouting, AutoCloseable {

  private final List<Destination> destinations;
  private final List<Delivery> deliveries;

  /**
   * @param destinations with different names
   * @param folder where results are
   * @param queue where deliveries are noted
   * @param backOff pauses between attempts
   */
  public Deliveries(
      List<Destination> destinations, NodeFolder folder, DeliveryQueue queue, BackOff backOff) {
    this.destinations = List.copyOf(destinations);
    if (destinations.stream().map(Destination::name).distinct().count() != destinations.size()) {
      throw new IllegalArgumentException("destinations have different names");
    }
    deliveries =
        this.destinations.stream()
            .map(destination -> new Delivery(destination, folder, queue, backOff))
            .toList();
  }

  /** Starts the threads. */
  public void start() {
    deliveries.forEach(Delivery::start);
  }

  /** Says that results came. */
  public void wake() {
    deliveries.forEach(Delivery::wake);
  }

  @Override
  public List<String> destinations(ResultKind kind) {
    return destinations.stream()
        .filter(destination -> destination.kinds().contains(kind))
        .map(Destination::name)
        .toList();
  }

  @Override
  public void close() {
    deliveries.forEach(Delivery::close);
  }
}
