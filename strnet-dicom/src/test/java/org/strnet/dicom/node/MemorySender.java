package org.strnet.dicom.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.send.DeliveryException;
import org.strnet.dicom.send.ResultSender;

/** A destination in memory that can be down, or refuse. */
public final class MemorySender implements ResultSender {

  /** UIDs in the order of their arrival. */
  public final List<String> uids = new CopyOnWriteArrayList<>();

  /** Whether it does not answer. */
  public volatile boolean down;

  /** Whether it refuses every object. */
  public volatile boolean refusing;

  @Override
  public void send(ResultObject result) throws DeliveryException {
    if (down) {
      throw new DeliveryException("no answer", true);
    }
    if (refusing) {
      throw new DeliveryException("status A900", false);
    }
    uids.add(result.sopInstanceUid());
  }
}
