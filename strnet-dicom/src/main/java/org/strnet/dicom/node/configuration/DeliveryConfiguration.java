package org.strnet.dicom.node.configuration;

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
}
