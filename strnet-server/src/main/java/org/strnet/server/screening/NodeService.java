package org.strnet.server.screening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.Node;
import org.strnet.dicom.node.NodeDestinations;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.Receipt;
import org.strnet.dicom.result.ResultKind;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;

/** The DICOM node inside the server: starts and stops with it. */
@Component
public class NodeService implements SmartLifecycle {

  private final NodeConfiguration configuration;
  private final ScreeningEngine engine;
  private final FilmRegister films;
  private final FilmVault vault;
  private final ResultRecorder recorder;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile Optional<Node> running = Optional.empty();

  NodeService(
      NodeConfiguration configuration,
      ScreeningEngine engine,
      FilmRegister films,
      FilmVault vault,
      ResultRecorder recorder,
      ApplicationEventPublisher events,
      Clock clock) {
    this.configuration = configuration;
    this.engine = engine;
    this.films = films;
    this.vault = vault;
    this.recorder = recorder;
    this.events = events;
    this.clock = clock;
  }

  /** The running node. */
  public Node node() {
    return running.orElseThrow(() -> new IllegalStateException("the node is not running"));
  }

  /** What the node was told. */
  public NodeConfiguration configuration() {
    return configuration;
  }

  /** Puts one object into the node's queue; it is on disk when this returns. */
  public Receipt take(byte[] object) throws IntakeException, IOException {
    return node().intake().take(new ByteArrayInputStream(object));
  }

  @Override
  public void start() {
    Set<ResultKind> kinds = EnumSet.noneOf(ResultKind.class);
    configuration.destinations().forEach(destination -> kinds.addAll(destination.kinds()));
    FilmProcessing processing =
        new FilmProcessing(engine, kinds, films, vault, recorder, events, clock);
    running =
        Optional.of(
            Node.start(
                configuration, processing, NodeDestinations.of(configuration), vault.sealing()));
  }

  @Override
  public void stop() {
    running.ifPresent(Node::close);
    running = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return running.isPresent();
  }
}
