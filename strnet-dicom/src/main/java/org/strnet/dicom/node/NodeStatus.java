package org.strnet.dicom.node;

import java.util.Objects;
import org.strnet.dicom.node.intake.IntakeCounters;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.node.queue.QueueCounts;

/**
 * How the node stands.
 *
 * @param counts of the queue, over its whole life
 * @param intake since the start of this process
 * @param associations that are open
 */
public record NodeStatus(QueueCounts counts, IntakeCounters intake, int associations) {

  /** Checks that all are there. */
  public NodeStatus {
    Objects.requireNonNull(counts);
    Objects.requireNonNull(intake);
  }

  /** One line for the console. */
  public String line() {
    return ("%d waiting, %d processing, %d processed, %d failed, %d ignored;"
            + " results: %d waiting, %d delivered, %d refused; %d refused at the door, %d senders")
        .formatted(
            counts.objects(ObjectState.RECEIVED),
            counts.objects(ObjectState.PROCESSING),
            counts.objects(ObjectState.PROCESSED),
            counts.objects(ObjectState.FAILED),
            counts.objects(ObjectState.IGNORED),
            counts.deliveries(DeliveryState.WAITING),
            counts.deliveries(DeliveryState.DELIVERED),
            counts.deliveries(DeliveryState.REFUSED),
            intake.refused(),
            associations);
  }
}
