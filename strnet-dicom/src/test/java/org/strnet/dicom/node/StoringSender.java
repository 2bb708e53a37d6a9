package org.strnet.dicom.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.DataWriterAdapter;
import org.aoju.bus.image.metric.DimseRSP;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.send.DeliveryException;
import org.strnet.dicom.send.ResultSender;

/** Sends one result an association with C-STORE. */
public final class StoringSender implements ResultSender {

  private final Connection local = new Connection();
  private final Connection remote;
  private final ApplicationEntity entity = new ApplicationEntity("STRNET");

  public StoringSender(int port) {
    remote = new Connection("archive", "127.0.0.1", port);
    Device device = new Device("sender");
    device.setExecutor(Executors.newCachedThreadPool(StoringSender::daemon));
    device.setScheduledExecutor(Executors.newSingleThreadScheduledExecutor(StoringSender::daemon));
    local.setConnectTimeout(5000);
    local.setResponseTimeout(5000);
    device.addConnection(local);
    entity.addConnection(local);
    device.addApplicationEntity(entity);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sender");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void send(ResultObject result) throws DeliveryException {
    try (ImageInputStream in = new ImageInputStream(new ByteArrayInputStream(result.file()))) {
      Attributes dataset = in.readDataset(-1, -1);
      AAssociateRQ request = new AAssociateRQ();
      request.setCalledAET("ARCHIVE");
      request.setCallingAET("STRNET");
      request.addPresentationContext(
          new Presentation(1, result.sopClassUid(), TestObjects.EXPLICIT));
      Association association = entity.connect(local, remote, request);
      try {
        DimseRSP response =
            association.cstore(
                result.sopClassUid(),
                result.sopInstanceUid(),
                0,
                new DataWriterAdapter(dataset),
                TestObjects.EXPLICIT);
        if (!response.next() || response.getCommand().getInt(Tag.Status, -1) != 0) {
          throw new DeliveryException("not stored", true);
        }
      } finally {
        association.release();
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new DeliveryException("no answer", true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException("interrupted", true, e);
    }
  }
}
