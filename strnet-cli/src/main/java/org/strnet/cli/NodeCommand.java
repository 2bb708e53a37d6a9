package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.node.Node;
import org.strnet.dicom.node.NodeDestinations;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.result.ResultOptions;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet node}. */
@Command(
    name = "node",
    description = {
      "Runs beside the PACS: takes films by C-STORE or STOW-RS, screens them, and sends the results",
      "to where the configuration says. Research use only. Ends on a signal, after what is under way."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NodeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description = "Ports, allowed senders, destinations, folder; documented defaults without it.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Bundle to screen with; the released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "FILE.yaml",
      description = "Which films are assessed: age limit, words for body part and view.")
  private Optional<Path> gate = Optional.empty();

  @Option(
      names = "--station",
      paramLabel = "NAME",
      description = "Name of this installation in its results, at most 16 characters; STRNET.")
  private String station = "STRNET";

  @Option(
      names = "--status-seconds",
      paramLabel = "N",
      description = "How often to print a line on how the node stands; 60 by default, 0: never.")
  private int statusSeconds = 60;

  @Option(
      names = "--send-refused-again",
      description = "First put what destinations refused back into their queues.")
  private boolean sendRefusedAgain;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final CountDownLatch signal = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public Integer call() throws IOException, InterruptedException {
    NodeConfiguration settings =
        config.map(NodeConfiguration::read).orElseGet(NodeConfiguration::defaults);
    FilmGate films =
        new FilmGate(gate.map(GateConfiguration::read).orElseGet(GateConfiguration::defaults));
    Bundle used = Bundle.load(bundle.isPresent() ? bundle.get() : Installation.screeningBundle());
    Thread stopping = new Thread(this::stop, "node-stop");
    Runtime.getRuntime().addShutdownHook(stopping);
    try (BundleNetworks networks = BundleNetworks.open(used)) {
      Screener screener =
          Screener.of(
              used,
              networks.network(),
              networks
                  .joints()
                  .orElseThrow(() -> new BadInputException(used.name(), "has no knee.onnx")),
              explanations(options(settings)));
      NodeProcessing processing =
          new NodeProcessing(
              new DicomScreener(screener, films),
              ResultObjects.of(used.facts(), options(settings)));
      try (Node node = Node.start(settings, processing, NodeDestinations.of(settings))) {
        tell(settings, node, used.name());
        if (sendRefusedAgain) {
          spec.commandLine().getErr().printf("%d results again%n", node.sendRefusedAgain());
        }
        watch(node);
      }
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private void tell(NodeConfiguration settings, Node node, String name) {
    PrintWriter err = spec.commandLine().getErr();
    node.dicomPort()
        .ifPresent(
            port -> err.printf("DICOM: %s on port %d%n", settings.receiver().aeTitle(), port));
    node.webPort().ifPresent(port -> err.printf("STOW-RS, /health, /metrics: port %d%n", port));
    err.printf(
        "Bundle %s; %d destinations. Research use only.%n", name, settings.destinations().size());
    err.flush();
  }

  private void watch(Node node) throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    long seconds = statusSeconds > 0 ? statusSeconds : Long.MAX_VALUE;
    while (!signal.await(seconds, TimeUnit.SECONDS)) {
      err.println(node.status().line());
      err.flush();
    }
    err.println("Stopping: what is under way is finished first.");
    err.flush();
  }

  /** On a signal: ends the wait, then holds the process until the node is closed. */
  private void stop() {
    signal.countDown();
    try {
      boolean closed = ended.await(60, TimeUnit.SECONDS);
      if (!closed) {
        spec.commandLine().getErr().println("The node did not close in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Heat-maps are drawn where a page or a PDF shows them. */
  private static Explanations explanations(ResultOptions options) {
    boolean shown =
        options.kinds().contains(ResultKind.PAGE) || options.kinds().contains(ResultKind.PDF);
    return shown ? Explanations.DRAWN : Explanations.NONE;
  }

  /** Makes the kinds that some destination takes. */
  private ResultOptions options(NodeConfiguration settings) throws IOException {
    Set<ResultKind> kinds = EnumSet.noneOf(ResultKind.class);
    settings.destinations().forEach(destination -> kinds.addAll(destination.kinds()));
    DeviceIdentity device = DeviceIdentity.of(Version.number(), station);
    return kinds.isEmpty() ? ResultOptions.of(device) : new ResultOptions(kinds, device, false);
  }
}
