package org.strnet.dicom.node;

import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.BasicCFindSCP;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;
import org.aoju.bus.image.metric.service.BasicQuery;
import org.aoju.bus.image.metric.service.Query;
import org.aoju.bus.image.metric.service.ServiceHandler;
import org.strnet.dicom.film.ToolkitLog;

/** A C-STORE provider that counts how often each object came. */
public final class CountingProvider implements AutoCloseable {

  /** Deliveries by SOP Instance UID. */
  public final Map<String, AtomicInteger> deliveries = new ConcurrentHashMap<>();

  private final Device device = new Device("archive");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final int port;

  public CountingProvider() throws Exception {
    ToolkitLog.quieten();
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Connection connection = new Connection("archive", "127.0.0.1", port);
    ApplicationEntity entity = new ApplicationEntity("ARCHIVE");
    entity.setAssociationAcceptor(true);
    entity.addConnection(connection);
    entity.addTransferCapability(
        new TransferCapability(null, "*", TransferCapability.Role.SCP, "*"));
    ServiceHandler services = new ServiceHandler();
    services.addService(
        new BasicCStoreSCP("*") {
          @Override
          protected void store(
              Association association,
              Presentation context,
              Attributes request,
              PDVInputStream data,
              Attributes response) {
            deliveries
                .computeIfAbsent(
                    request.getString(Tag.AffectedSOPInstanceUID), uid -> new AtomicInteger())
                .incrementAndGet();
          }
        });
    services.addService(new Finding());
    device.setDimseRQHandler(services);
    device.setExecutor(threads);
    device.setScheduledExecutor(clock);
    device.addConnection(connection);
    device.addApplicationEntity(entity);
    device.bindConnections();
  }

  /** Answers whether an object came. */
  private final class Finding extends BasicCFindSCP {

    Finding() {
      super("1.2.840.10008.5.1.4.1.2.2.1");
    }

    @Override
    protected Query calculateMatches(
        Association association, Presentation context, Attributes request, Attributes keys) {
      boolean held = deliveries.containsKey(keys.getString(Tag.SOPInstanceUID));
      return new BasicQuery(association, context, request, keys) {
        private boolean more = held;

        @Override
        protected boolean hasMoreMatches() {
          return more;
        }

        @Override
        protected Attributes nextMatch() {
          more = false;
          return keys;
        }
      };
    }
  }

  public int port() {
    return port;
  }

  /** Deliveries beyond the first of each object. */
  public int duplicates() {
    return deliveries.values().stream().mapToInt(count -> count.get() - 1).sum();
  }

  @Override
  public void close() {
    device.unbindConnections();
    threads.shutdownNow();
    clock.shutdownNow();
  }
}
