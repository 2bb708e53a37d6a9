package org.strnet.dicom.node.receive;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.service.BasicCEchoSCP;
import org.aoju.bus.image.metric.service.ServiceHandler;
import org.strnet.dicom.film.ToolkitLog;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.provenance.BadInputException;

/** The C-STORE and C-ECHO provider of the node. */
public final class DicomReceiver implements AutoCloseable {

  private static final String VERIFICATION = "1.2.840.10008.1.1";

  /** Connections that have not become an association yet, beside the associations. */
  private static final int STRANGERS = 16;

  private final Device device = new Device("strnet-node");
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService clock;
  private final Listener listener;

  /**
   * Starts to listen.
   *
   * @param rules who may send
   * @param intake what takes objects
   * @throws BadInputException if the address cannot be listened on
   */
  public DicomReceiver(ReceiverRules rules, Intake intake) {
    ToolkitLog.quieten();
    threads =
        new ThreadPoolExecutor(
            0,
            rules.associations() + STRANGERS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("node-association-"));
    clock = Executors.newSingleThreadScheduledExecutor(named("node-clock-"));
    Connection connection = connection(rules);
    device.setExecutor(threads);
    device.setScheduledExecutor(clock);
    device.setLimitOpenAssociations(rules.associations());
    device.addConnection(connection);
    ServiceHandler services = new ServiceHandler();
    services.addService(new BasicCEchoSCP());
    services.addService(new ObjectService(intake, clock, rules.longestObject()));
    device.setDimseRQHandler(services);
    device.addApplicationEntity(entity(rules, connection));
    try {
      listener = new Listener(rules, connection, threads);
    } catch (IOException e) {
      stopThreads();
      throw new BadInputException(
          "%s:%d".formatted(rules.address(), rules.port()),
          "the DICOM receiver cannot listen here: " + e.getMessage(),
          e);
    }
  }

  private static ThreadFactory named(String name) {
    AtomicInteger serial = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + serial.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  private static Connection connection(ReceiverRules rules) {
    int idle = (int) Math.min(Integer.MAX_VALUE, rules.idle().toMillis());
    Connection connection = new Connection();
    connection.setReceivePDULength(rules.pduLength());
    connection.setMaxOpsPerformed(1);
    connection.setMaxOpsInvoked(1);
    connection.setRequestTimeout(idle);
    connection.setIdleTimeout(idle);
    connection.setReleaseTimeout(idle);
    // The toolkit would wait in another thread of the bounded pool.
    connection.setSocketCloseDelay(0);
    return connection;
  }

  private static ApplicationEntity entity(ReceiverRules rules, Connection connection) {
    ApplicationEntity entity = new ApplicationEntity(rules.aeTitle());
    entity.setAssociationAcceptor(true);
    entity.addConnection(connection);
    entity.setAcceptedCallingAETitles(rules.callers().toArray(String[]::new));
    entity.addTransferCapability(
        new TransferCapability(
            null,
            VERIFICATION,
            TransferCapability.Role.SCP,
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2"));
    for (String sopClass : rules.sopClasses()) {
      entity.addTransferCapability(
          new TransferCapability(
              null,
              sopClass,
              TransferCapability.Role.SCP,
              AcceptedSyntaxes.uids().toArray(String[]::new)));
    }
    return entity;
  }

  /** The port that is listened on. */
  public int port() {
    return listener.port();
  }

  /** Associations that are open now. */
  public int openAssociations() {
    return device.getNumberOfOpenAssociations();
  }

  /** Accepts no more, lets open associations end for a few seconds, then cuts them. */
  @Override
  public void close() {
    try {
      listener.close();
      for (int i = 0; i < 50 && openAssociations() > 0; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (IOException e) {
      // Nothing is listening then.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Association association : device.listOpenAssociations()) {
      association.abort();
    }
    stopThreads();
  }

  private void stopThreads() {
    // Not interrupted: an interrupted thread would close the database's file under all others.
    threads.shutdown();
    clock.shutdownNow();
  }
}
