package org.strnet.dicom.send;

import org.strnet.dicom.result.ResultObject;

/** Stores results at one destination. */
public interface ResultSender {

  /**
   * Returns once the destination has answered that it holds the object. Sending the same object
   * again does no harm.
   *
   * @throws DeliveryException when it does not hold it
   */
  void send(ResultObject result) throws DeliveryException;
}
