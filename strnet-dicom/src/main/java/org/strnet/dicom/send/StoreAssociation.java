package org.strnet.dicom.send;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.strnet.dicom.result.series.ResultClass;

/** One association for all classes of our objects, with its threads. */
final class StoreAssociation {

  private final Association association;
  private final ExecutorService reader;
  private final ScheduledExecutorService timer;

  private StoreAssociation(
      Association association, ExecutorService reader, ScheduledExecutorService timer) {
    this.association = association;
    this.reader = reader;
    this.timer = timer;
  }

  static StoreAssociation open(StorePeer peer)
      throws IOException, InterruptedException, GeneralSecurityException {
    ThreadFactory threads = StoreAssociation::thread;
    ExecutorService reader = Executors.newCachedThreadPool(threads);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    boolean opened = false;
    try {
      Association association = connect(peer, reader, timer);
      opened = true;
      return new StoreAssociation(association, reader, timer);
    } finally {
      if (!opened) {
        reader.shutdownNow();
        timer.shutdownNow();
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "strnet-store");
    thread.setDaemon(true);
    return thread;
  }

  private static Association connect(
      StorePeer peer, ExecutorService reader, ScheduledExecutorService timer)
      throws IOException, InterruptedException, GeneralSecurityException {
    Device device = new Device("strnet-results");
    device.setExecutor(reader);
    device.setScheduledExecutor(timer);
    Connection local = connection(peer, device);
    ApplicationEntity entity = new ApplicationEntity(peer.callingAet());
    entity.addConnection(local);
    device.addApplicationEntity(entity);
    Connection remote = new Connection();
    remote.setHostname(peer.host());
    remote.setPort(peer.port());
    remote.setTlsCipherSuites(local.getTlsCipherSuites());
    remote.setTlsProtocols(local.getTlsProtocols());
    return entity.connect(remote, request(peer));
  }

  private static Connection connection(StorePeer peer, Device device) {
    Connection local = new Connection();
    int connect = (int) peer.patience().connect().toMillis();
    local.setConnectTimeout(connect);
    local.setAcceptTimeout(connect);
    local.setReleaseTimeout(connect);
    local.setRequestTimeout(connect);
    local.setResponseTimeout((int) peer.patience().response().toMillis());
    local.setIdleTimeout((int) peer.patience().idle().toMillis());
    peer.tls()
        .ifPresent(
            stores -> {
              // BCP 195, which PS3.15 B.12 follows.
              local.setTlsProtocols("TLSv1.2", "TLSv1.3");
              local.setTlsCipherSuites(
                  "TLS_AES_128_GCM_SHA256",
                  "TLS_AES_256_GCM_SHA384",
                  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                  "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                  "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
              device.setTrustManager(stores.trustManager());
              stores.keyManager().ifPresent(device::setKeyManager);
            });
    device.addConnection(local);
    return local;
  }

  private static AAssociateRQ request(StorePeer peer) {
    AAssociateRQ request = new AAssociateRQ();
    request.setCalledAET(peer.calledAet());
    request.setCallingAET(peer.callingAet());
    for (ResultClass result : ResultClass.values()) {
      request.addPresentationContextFor(result.uid(), UID.ExplicitVRLittleEndian);
      request.addPresentationContextFor(result.uid(), UID.ImplicitVRLittleEndian);
    }
    return request;
  }

  Association association() {
    return association;
  }

  boolean isReady() {
    return association.isReadyForDataTransfer();
  }

  /** Releases where that can be done, and ends the threads. */
  void close() {
    try {
      if (isReady()) {
        association.waitForOutstandingRSP();
        association.release();
        association.waitForSocketClose();
      }
    } catch (IOException e) {
      association.abort();
    } catch (InterruptedException e) {
      association.abort();
      Thread.currentThread().interrupt();
    } finally {
      reader.shutdownNow();
      timer.shutdownNow();
    }
  }
}
