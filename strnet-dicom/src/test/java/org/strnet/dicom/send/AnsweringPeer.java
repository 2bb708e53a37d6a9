package org.strnet.dicom.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;
import org.aoju.bus.image.metric.service.ServiceHandler;
import org.strnet.dicom.result.series.ResultClass;

/** A storage provider in this process that answers with a status it is given. */
final class AnsweringPeer implements AutoCloseable {

  static final String TITLE = "ANSWERING";

  /** As a status: gives no answer at all. */
  static final int SILENT = -1;

  final AtomicInteger status = new AtomicInteger();
  final List<Attributes> stored = new CopyOnWriteArrayList<>();
  final List<Association> associations = new CopyOnWriteArrayList<>();
  final int port;

  private final Device device = new Device("answering");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  AnsweringPeer(TlsStores stores, String syntax, String... classes)
      throws IOException, GeneralSecurityException {
    port = freePort();
    Connection connection = new Connection();
    connection.setHostname("127.0.0.1");
    connection.setPort(port);
    if (stores != null) {
      connection.setTlsProtocols("TLSv1.2", "TLSv1.3");
      connection.setTlsCipherSuites("TLS_AES_128_GCM_SHA256");
      connection.setTlsNeedClientAuth(true);
      device.setTrustManager(stores.trustManager());
      device.setKeyManager(stores.keyManager().orElseThrow());
    }
    ApplicationEntity entity = new ApplicationEntity(TITLE);
    entity.setAssociationAcceptor(true);
    entity.addConnection(connection);
    for (String sopClass : classes) {
      entity.addTransferCapability(
          new TransferCapability(sopClass, sopClass, TransferCapability.Role.SCP, syntax));
    }
    ServiceHandler services = new ServiceHandler();
    services.addService(new Storing(classes));
    device.setDimseRQHandler(services);
    device.addConnection(connection);
    device.addApplicationEntity(entity);
    device.setExecutor(threads);
    device.setScheduledExecutor(timer);
    device.bindConnections();
  }

  static AnsweringPeer ofEveryClass() throws IOException, GeneralSecurityException {
    return new AnsweringPeer(null, UID.ExplicitVRLittleEndian, classes());
  }

  static String[] classes() {
    return Arrays.stream(ResultClass.values()).map(kind -> kind.uid()).toArray(String[]::new);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    associations.forEach(Association::abort);
    device.unbindConnections();
    threads.shutdownNow();
    timer.shutdownNow();
  }

  /** Keeps what it gets and answers with the status. */
  private final class Storing extends BasicCStoreSCP {

    Storing(String... classes) {
      super(classes);
    }

    @Override
    public void onDimse(
        Association association,
        Presentation context,
        Dimse dimse,
        Attributes command,
        PDVInputStream data)
        throws IOException {
      if (!associations.contains(association)) {
        associations.add(association);
      }
      stored.add(data.readDataset(context.getTransferSyntax()));
      if (status.get() == SILENT) {
        return;
      }
      Attributes answer = Commands.mkCStoreRSP(command, status.get());
      answer.setString(Tag.ErrorComment, VR.LO, "PHANTOM^SECRET");
      association.tryWriteDimseRSP(context, answer);
    }
  }
}
