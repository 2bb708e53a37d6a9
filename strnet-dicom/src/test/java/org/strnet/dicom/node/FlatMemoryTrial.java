package org.strnet.dicom.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.result.ResultKind;

/**
 * Heap, resident memory and threads of a node while {@code storescu} sends objects on two
 * associations at once. Run by hand; arguments: folder, objects, size.
 */
public final class FlatMemoryTrial {

  private static final int BATCH = 100;

  private FlatMemoryTrial() {}

  /** Prints a line for every 500 objects. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    int objects = Integer.parseInt(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    NodeConfiguration configuration =
        NodeConfiguration.parse(
            "trial",
            """
            folder: %s
            receiver: {port: 0, address: 127.0.0.1}
            web: {port: 0}
            storage: {freeSpaceFloorMebibytes: 0, keepHours: 0}
            """
                .formatted(root.resolve("node")));
    AtomicInteger delivered = new AtomicInteger();
    Destination archive =
        new Destination(
            "archive", Set.of(ResultKind.STRUCTURED_REPORT), result -> delivered.incrementAndGet());
    try (Node node = Node.start(configuration, new FakeProcessing(), List.of(archive))) {
      System.out.println("objects  heap MiB  resident MiB  threads  node");
      for (int sent = 0; sent < objects; sent += 2 * BATCH) {
        int first = sent;
        Thread other = new Thread(() -> send(root, node, first + BATCH, size));
        other.start();
        send(root, node, first, size);
        other.join();
        if ((sent + 2 * BATCH) % 500 < 2 * BATCH) {
          print(sent + 2 * BATCH, node);
        }
      }
      while (delivered.get() < objects) {
        Thread.sleep(100);
      }
      print(objects, node);
    }
  }

  private static void send(Path root, Node node, int first, int size) {
    try {
      Path folder = root.resolve("films-" + first);
      List<String> command =
          new ArrayList<>(
              List.of(
                  "storescu",
                  "-aec",
                  "STRNET",
                  "127.0.0.1",
                  String.valueOf(node.dicomPort().orElseThrow())));
      List<Path> films = TestObjects.write(folder, first, BATCH, size);
      films.forEach(film -> command.add(film.toString()));
      if (Programs.run(root.resolve("storescu.log"), command) != 0) {
        throw new IllegalStateException("storescu failed");
      }
      for (Path film : films) {
        Files.delete(film);
      }
      Files.delete(folder);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(int objects, Node node) throws Exception {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElse("VmRSS: 0 kB")
            .replaceAll("\\D", "");
    System.out.printf(
        "%7d  %8.1f  %12.1f  %7d  %s%n",
        objects,
        (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
        Long.parseLong(resident) / 1024.0,
        Thread.getAllStackTraces().size(),
        node.status().line());
  }
}
