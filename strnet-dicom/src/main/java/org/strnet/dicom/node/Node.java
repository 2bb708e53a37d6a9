package org.strnet.dicom.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.dicom.node.configuration.StorageConfiguration;
import org.strnet.dicom.node.configuration.WatchConfiguration;
import org.strnet.dicom.node.database.NodeDatabase;
import org.strnet.dicom.node.deliver.Deliveries;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.Recovery;
import org.strnet.dicom.node.pull.Pull;
import org.strnet.dicom.node.pull.WatchedFolder;
import org.strnet.dicom.node.queue.DeliveryQueue;
import org.strnet.dicom.node.queue.Erasure;
import org.strnet.dicom.node.queue.KeptLedger;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.OutcomeLedger;
import org.strnet.dicom.node.queue.QueueLedger;
import org.strnet.dicom.node.queue.RedeliveryLedger;
import org.strnet.dicom.node.queue.StandstillLedger;
import org.strnet.dicom.node.receive.DicomReceiver;
import org.strnet.dicom.node.web.MetricsText;
import org.strnet.dicom.node.web.WebServer;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.node.work.Workers;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.provenance.BadInputException;

/** A running node. */
public final class Node implements AutoCloseable {

  private static final long KEEPER_SECONDS = 60;

  private final List<AutoCloseable> parts = new ArrayList<>();
  private final QueueLedger ledger;
  private final StandstillLedger standstill;
  private final Erasure erasure;
  private final KeptLedger kept;
  private final List<String> destinations;
  private final Intake intake;
  private final Optional<DicomReceiver> receiver;
  private final Optional<WebServer> web;
  private final Redelivery redelivery;

  /**
   * Starts a node: takes its folder, adds what the queue does not know, and begins to deliver, to
   * work and to listen, in this order.
   *
   * @param configuration what it is told
   * @param processing what is done with an object
   * @param destinations where results go; their names stay the same over restarts
   * @throws BadInputException if the folder is in use, the queue is broken, or an address is taken
   */
  public static Node start(
      NodeConfiguration configuration,
      ObjectProcessing processing,
      List<Destination> destinations) {
    return start(configuration, processing, destinations, configuration.storage().sealing());
  }

  /** As the other, with another sealing of what it keeps than the configuration's. */
  public static Node start(
      NodeConfiguration configuration,
      ObjectProcessing processing,
      List<Destination> destinations,
      Sealing sealing) {
    return new Node(configuration, processing, destinations, sealing);
  }

  private Node(
      NodeConfiguration configuration,
      ObjectProcessing processing,
      List<Destination> destinations,
      Sealing sealing) {
    try {
      NodeFolder folder = closing(NodeFolder.open(Path.of(configuration.folder()), sealing));
      NodeDatabase database = closing(NodeDatabase.open(folder.database()));
      ObjectQueue queue = new ObjectQueue(database);
      ledger = new QueueLedger(database);
      standstill = new StandstillLedger(queue);
      erasure = new Erasure(queue, folder);
      kept = new KeptLedger(queue, folder);
      this.destinations = destinations.stream().map(Destination::name).toList();
      recover(folder, queue);
      Deliveries deliveries =
          closing(
              new Deliveries(
                  destinations,
                  folder,
                  new DeliveryQueue(database),
                  configuration.delivery().backOff()));
      Workers workers =
          closing(
              new Workers(
                  configuration.work().rules(),
                  processing,
                  folder,
                  queue,
                  deliveries,
                  deliveries::wake));
      intake =
          new Intake(
              configuration.storage().rules(), folder, queue, folder::freeSpace, workers::wake);
      keepFiles(folder, new OutcomeLedger(queue), configuration.storage());
      redelivery = new Redelivery(folder, new RedeliveryLedger(database), deliveries);
      deliveries.start();
      workers.start();
      receiver = receiver(configuration);
      web = web(configuration);
      fetch(configuration);
      parts.add(intake::close);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    parts.add(part);
    return part;
  }

  private static void recover(NodeFolder folder, ObjectQueue queue) {
    try {
      new Recovery(folder, queue).run();
    } catch (IOException e) {
      throw new BadInputException(folder.root().toString(), "the objects cannot be listed", e);
    }
  }

  private Optional<DicomReceiver> receiver(NodeConfiguration configuration) {
    if (!configuration.receiver().enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        closing(
            new DicomReceiver(
                configuration.receiver().rules(Set.copyOf(configuration.storage().sopClasses())),
                intake)));
  }

  private Optional<WebServer> web(NodeConfiguration configuration) {
    if (!configuration.web().enabled()) {
      return Optional.empty();
    }
    return Optional.of(closing(new WebServer(configuration.web(), intake, this::metrics)));
  }

  private void fetch(NodeConfiguration configuration) {
    for (WatchConfiguration watched : configuration.watched()) {
      closing(new WatchedFolder(watched, intake, ledger)).start();
    }
    for (PullConfiguration pull : configuration.pulls()) {
      closing(new Pull(pull, intake, ledger)).start();
    }
  }

  private void keepFiles(NodeFolder folder, OutcomeLedger outcomes, StorageConfiguration storage) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "node-keeper");
              thread.setDaemon(true);
              return thread;
            });
    Duration keep = Duration.ofMillis(Math.round(storage.keepHours() * 3_600_000));
    Future<?> rounds =
        clock.scheduleWithFixedDelay(
            new FileKeeper(folder, outcomes, keep),
            KEEPER_SECONDS,
            KEEPER_SECONDS,
            TimeUnit.SECONDS);
    parts.add(
        () -> {
          rounds.cancel(false);
          clock.shutdown();
          clock.awaitTermination(10, TimeUnit.SECONDS);
        });
  }

  /** Puts what was refused for good back, for when settings were mended; gives how many results. */
  public int sendRefusedAgain() {
    return destinations.stream().mapToInt(standstill::sendRefusedAgain).sum();
  }

  /** What goes no further by itself, and the ways to put it back. */
  public StandstillLedger standstill() {
    return standstill;
  }

  /** Deletes what the node has of an object. */
  public Erasure erasure() {
    return erasure;
  }

  /** What the node is done with and still has. */
  public KeptLedger kept() {
    return kept;
  }

  /** How the node stands. */
  public NodeStatus status() {
    return new NodeStatus(
        ledger.counts(),
        intake.counters(),
        receiver.map(DicomReceiver::openAssociations).orElse(0));
  }

  private String metrics() {
    NodeStatus status = status();
    return MetricsText.of(status.counts(), status.intake(), status.associations());
  }

  /**
   * Queues results of an object that was taken before, as its own were: they are on disk and noted
   * when this returns, and sent until each destination holds them. What a destination holds or
   * refused already is sent to it again.
   *
   * @param sopInstanceUid of the object
   * @param results about it; a destination gets those of the kinds it wants
   * @return how many deliveries wait now; 0 where no destination wants any
   * @throws IllegalArgumentException when the node never took the object
   * @throws IOException when the files cannot be written; nothing is queued
   * @throws org.strnet.dicom.node.database.QueueUnavailableException when the queue does not answer
   */
  public int deliver(String sopInstanceUid, List<ResultObject> results) throws IOException {
    return redelivery.queue(sopInstanceUid, results);
  }

  /** The one way in, for services beside the node's own. */
  public Intake intake() {
    return intake;
  }

  /** The port of the DICOM receiver; empty where it is off. */
  public Optional<Integer> dicomPort() {
    return receiver.map(DicomReceiver::port);
  }

  /** The port of the web server; empty where it is off. */
  public Optional<Integer> webPort() {
    return web.map(WebServer::port);
  }

  /**
   * Takes no more, finishes what is being received, processed and sent, and closes the queue. What
   * waits goes on at the next start.
   */
  @Override
  public void close() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      try {
        parts.get(i).close();
      } catch (Exception e) {
        System.getLogger(Node.class.getName())
            .log(System.Logger.Level.WARNING, "a part of the node did not close", e);
      }
    }
    parts.clear();
  }
}
