package org.strnet.dicom.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.deliver.HoldingCheck;
import org.strnet.dicom.node.pull.ArchiveCheck;
import org.strnet.dicom.node.work.ProcessedObject;
import org.strnet.dicom.result.ResultKind;

/** A node in a process of its own, to be killed. Arguments: folder, port, destination's port. */
public final class TrialNode {

  private TrialNode() {}

  /** Runs until it is killed; prints {@code ready} when it listens. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "trial",
            """
            folder: %s
            receiver: {port: %s, address: 127.0.0.1}
            web: {enabled: false}
            storage: {freeSpaceFloorMebibytes: 0}
            delivery: {firstPauseSeconds: 0.05, longestPauseSeconds: 1}
            work: {threads: 2, crashes: 10, pauseSeconds: 0.1}
            """
                .formatted(root.resolve("node"), arguments[1]));
    Path log = root.resolve("processed.log");
    FakeProcessing processing =
        new FakeProcessing() {
          @Override
          public ProcessedObject process(byte[] object) {
            ProcessedObject processed = super.process(object);
            append(log, processed.results().get(0).sopInstanceUid());
            return processed;
          }
        };
    Node node =
        Node.start(
            configuration,
            processing,
            List.of(
                new Destination(
                    "archive",
                    Set.of(ResultKind.STRUCTURED_REPORT),
                    new StoringSender(Integer.parseInt(arguments[2])),
                    check(arguments))));
    System.out.println("ready " + node.dicomPort().orElseThrow());
    Thread.sleep(Long.MAX_VALUE);
  }

  /** A fourth argument says that the archive may be asked what it holds. */
  private static Optional<HoldingCheck> check(String[] arguments) {
    if (arguments.length < 4) {
      return Optional.empty();
    }
    return Optional.of(
        new ArchiveCheck(
            NodeConfiguration.parse(
                    "trial",
                    "destinations: [{name: a, peer: {host: 127.0.0.1, port: %s, calledAe: ARCHIVE}}]"
                        .formatted(arguments[2]))
                .destinations()
                .get(0)
                .peer()));
  }

  private static synchronized void append(Path log, String line) {
    try {
      Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
