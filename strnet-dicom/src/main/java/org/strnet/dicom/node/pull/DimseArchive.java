package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.DimseRSP;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.strnet.dicom.film.ToolkitLog;
import org.strnet.dicom.node.configuration.PeerConfiguration;

/** An archive that is asked by C-FIND and sends by C-MOVE to the node's own receiver. */
final class DimseArchive implements Archive, AutoCloseable {

  private static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
  private static final String MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
  private static final String[] SYNTAXES = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2"};
  private static final int TIMEOUT = 60_000;

  private final ExecutorService threads = Executors.newCachedThreadPool(DimseArchive::daemon);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DimseArchive::daemon);
  private final Connection local = new Connection();
  private final Connection remote;
  private final ApplicationEntity entity;
  private final PeerConfiguration peer;
  private final String moveDestination;

  DimseArchive(PeerConfiguration peer, String moveDestination) {
    ToolkitLog.quieten();
    this.peer = peer;
    this.moveDestination = moveDestination;
    remote = new Connection(peer.calledAe(), peer.host(), peer.port());
    local.setConnectTimeout(10_000);
    local.setAcceptTimeout(TIMEOUT);
    local.setResponseTimeout(TIMEOUT);
    local.setRetrieveTimeout(10 * TIMEOUT);
    entity = new ApplicationEntity(peer.callingAe());
    Device device = new Device("strnet-pull");
    device.setExecutor(threads);
    device.setScheduledExecutor(clock);
    device.addConnection(local);
    entity.addConnection(local);
    device.addApplicationEntity(entity);
    if (peer.tls().enabled()) {
      throw new IllegalArgumentException("C-FIND and C-MOVE are not spoken over TLS here");
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "node-pull-dimse");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public List<String> studies(Selection selection) throws IOException {
    Attributes keys = level("STUDY");
    keys.setString(Tag.StudyDate, VR.DA, selection.studyDates());
    keys.setNull(Tag.ModalitiesInStudy, VR.CS);
    keys.setNull(Tag.StudyInstanceUID, VR.UI);
    return find(keys).stream().map(row -> row.getString(Tag.StudyInstanceUID, "")).toList();
  }

  @Override
  public List<FoundObject> objects(String study, Selection selection) throws IOException {
    Attributes keys = level("SERIES");
    keys.setString(Tag.StudyInstanceUID, VR.UI, study);
    keys.setNull(Tag.SeriesInstanceUID, VR.UI);
    keys.setNull(Tag.Modality, VR.CS);
    keys.setNull(Tag.BodyPartExamined, VR.CS);
    List<FoundObject> found = new ArrayList<>();
    for (Attributes series : find(keys)) {
      if (selection.takes(
          series.getString(Tag.Modality, ""), series.getString(Tag.BodyPartExamined, ""))) {
        found.addAll(objects(study, series.getString(Tag.SeriesInstanceUID, "")));
      }
    }
    return found;
  }

  private List<FoundObject> objects(String study, String series) throws IOException {
    Attributes keys = level("IMAGE");
    keys.setString(Tag.StudyInstanceUID, VR.UI, study);
    keys.setString(Tag.SeriesInstanceUID, VR.UI, series);
    keys.setNull(Tag.SOPInstanceUID, VR.UI);
    return find(keys).stream()
        .map(row -> new FoundObject(study, series, row.getString(Tag.SOPInstanceUID, "")))
        .toList();
  }

  /** The Study Root model asks for the study of an object; many archives find it without. */
  @Override
  public List<FoundObject> object(String sopInstance) throws IOException {
    Attributes keys = level("IMAGE");
    keys.setNull(Tag.StudyInstanceUID, VR.UI);
    keys.setNull(Tag.SeriesInstanceUID, VR.UI);
    keys.setString(Tag.SOPInstanceUID, VR.UI, sopInstance);
    return find(keys).stream()
        .map(
            row ->
                new FoundObject(
                    row.getString(Tag.StudyInstanceUID, ""),
                    row.getString(Tag.SeriesInstanceUID, ""),
                    sopInstance))
        .toList();
  }

  @Override
  public boolean holds(FoundObject object) throws IOException {
    Attributes keys = level("IMAGE");
    keys.setString(Tag.StudyInstanceUID, VR.UI, object.study());
    keys.setString(Tag.SeriesInstanceUID, VR.UI, object.series());
    keys.setString(Tag.SOPInstanceUID, VR.UI, object.sopInstance());
    return find(keys).stream()
        .anyMatch(row -> object.sopInstance().equals(row.getString(Tag.SOPInstanceUID, "")));
  }

  @Override
  public void fetch(List<FoundObject> objects, Consumer<FoundObject> done) throws IOException {
    Map<String, List<FoundObject>> bySeries = new LinkedHashMap<>();
    for (FoundObject object : objects) {
      bySeries.computeIfAbsent(object.series(), key -> new ArrayList<>()).add(object);
    }
    for (List<FoundObject> series : bySeries.values()) {
      move(series);
      series.forEach(done);
    }
  }

  private void move(List<FoundObject> series) throws IOException {
    Attributes keys = level("IMAGE");
    keys.setString(Tag.StudyInstanceUID, VR.UI, series.get(0).study());
    keys.setString(Tag.SeriesInstanceUID, VR.UI, series.get(0).series());
    keys.setString(
        Tag.SOPInstanceUID,
        VR.UI,
        series.stream().map(FoundObject::sopInstance).toArray(String[]::new));
    try {
      Association association = connect(MOVE);
      try {
        DimseRSP response = association.cmove(MOVE, 0, keys, SYNTAXES[0], moveDestination);
        while (response.next()) {
          int status = response.getCommand().getInt(Tag.Status, -1);
          if (status != Status.Success && !Status.isPending(status)) {
            throw new IOException("the archive answers %04X to C-MOVE".formatted(status));
          }
        }
      } finally {
        association.release();
      }
    } catch (InternalException e) {
      throw new IOException("the archive does not take C-MOVE", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private List<Attributes> find(Attributes keys) throws IOException {
    try {
      Association association = connect(FIND);
      try {
        List<Attributes> rows = new ArrayList<>();
        DimseRSP response = association.cfind(FIND, 0, keys, SYNTAXES[0], 0);
        while (response.next()) {
          int status = response.getCommand().getInt(Tag.Status, -1);
          if (Status.isPending(status)) {
            rows.add(response.getDataset());
          } else if (status != Status.Success) {
            throw new IOException("the archive answers %04X to C-FIND".formatted(status));
          }
        }
        return rows;
      } finally {
        association.release();
      }
    } catch (InternalException e) {
      // What the toolkit says where the peer refused the service: many only store.
      throw new IOException("the archive does not take C-FIND", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Association connect(String sopClass) throws IOException, InterruptedException {
    AAssociateRQ request = new AAssociateRQ();
    request.setCalledAET(peer.calledAe());
    request.setCallingAET(peer.callingAe());
    request.addPresentationContext(new Presentation(1, sopClass, SYNTAXES));
    try {
      return entity.connect(local, remote, request);
    } catch (GeneralSecurityException e) {
      throw new IOException("the archive cannot be reached", e);
    }
  }

  private static Attributes level(String level) {
    Attributes keys = new Attributes();
    keys.setString(Tag.QueryRetrieveLevel, VR.CS, level);
    return keys;
  }

  @Override
  public void close() {
    threads.shutdown();
    clock.shutdownNow();
  }
}
