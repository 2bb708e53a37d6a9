package org.strnet.dicom.node.deliver;

import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.send.DeliveryException;

/** Asks a destination whether it holds a result. */
public interface HoldingCheck {

  /**
   * Whether the destination holds an object with this identity.
   *
   * @throws DeliveryException when it does not answer
   */
  boolean holds(ResultObject result) throws DeliveryException;
}
