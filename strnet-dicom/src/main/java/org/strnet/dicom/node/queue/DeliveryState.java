package org.strnet.dicom.node.queue;

/** Where the delivery of one result to one destination stands. The codes are stored. */
public enum DeliveryState {
  /** To be sent, now or after a pause. */
  WAITING("waiting"),
  /** The destination has answered that it holds it. */
  DELIVERED("delivered"),
  /** The destination refuses the object itself; parked with the reason. */
  REFUSED("refused");

  private final String code;

  DeliveryState(String code) {
    this.code = code;
  }

  /** The word in the database and in the metrics. */
  public String code() {
    return code;
  }
}
