package org.strnet.dicom.send;

import org.strnet.dicom.result.ResultObject;

/** Stores results at one destination. Safe for several threads; objects are sent one by one. */
public interface ResultSender extends AutoCloseable {

  /**
   * Returns once the destination has answered that it holds the object. Sending the same object
   * again does no harm.
   *
   * @throws DeliveryException when it does not hold it
   */
  void send(ResultObject result) throws DeliveryException;

  /** Ends its connections, if it holds any; an object sent later opens new ones. */
  @Override
  default void close() {}
}
