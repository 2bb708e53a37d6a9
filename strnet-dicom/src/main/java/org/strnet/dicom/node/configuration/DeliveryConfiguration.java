package org.strnet.dicom.node.configuration;

import java.time.Duration;
import org.strnet.dicom.node.deliver.BackOff;

/**
 * Pauses between attempts to deliver.
 *
 * @param firstPauseSeconds after one failure; doubled with each
 * @param longestPauseSeconds never longer
 */
public record DeliveryConfiguration(double firstPauseSeconds, double longestPauseSeconds) {

  /** Checks the ranges. */
  public DeliveryConfiguration {
    Checks.range("delivery.firstPauseSeconds", firstPauseSeconds, 0.001, 3600);
    Checks.range("delivery.longestPauseSeconds", longestPauseSeconds, firstPauseSeconds, 86400);
  }

  /** The same for the deliveries. */
  public BackOff backOff() {
    return new BackOff(
        Duration.ofMillis(Math.round(firstPauseSeconds * 1000)),
        Duration.ofMillis(Math.round(longestPauseSeconds * 1000)));
  }
}
