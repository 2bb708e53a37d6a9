package org.strnet.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.strnet.provenance.BadInputException;

/**
 * Writes bundles so that there is never half of one: beside its place first, verified, then moved.
 */
public final class BundleWriter {

  private BundleWriter() {}

  /**
   * Writes a bundle and loads it again.
   *
   * @param content what it is made of
   * @param folder where it goes; its parent is made when missing
   * @param force whether an older bundle there is replaced; a folder that holds anything else is
   *     never touched
   * @return the bundle as it was read back
   * @throws BadInputException when something is there already
   */
  public static Bundle write(BundleContent content, Path folder, boolean force) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    requireFree(target, force);
    Path parent = target.getParent();
    if (parent == null) {
      throw new BadInputException(folder.toString(), "a bundle cannot be the root folder");
    }
    Files.createDirectories(parent);
    String suffix = "." + ProcessHandle.current().pid() + "." + System.nanoTime();
    Path fresh = parent.resolve("." + target.getFileName() + suffix + ".new");
    Path old = parent.resolve("." + target.getFileName() + suffix + ".old");
    Files.createDirectory(fresh);
    try {
      writeFiles(content, fresh);
      Bundle bundle = Bundle.load(fresh);
      replace(target, fresh, old);
      return bundle;
    } finally {
      deleteBundle(fresh);
      deleteBundle(old);
    }
  }

  /** Two renames: the older bundle is gone only when the new one stands in its place. */
  private static void replace(Path target, Path fresh, Path old) throws IOException {
    boolean exists = Files.exists(target);
    if (exists) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (exists) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  private static void writeFiles(BundleContent content, Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(BundleFile.MANIFEST.fileName(), ManifestWriter.write(content.manifest()));
    files.put(
        BundleFile.MODEL_CARD.fileName(), content.modelCard().getBytes(StandardCharsets.UTF_8));
    content.networks().forEach((file, bytes) -> files.put(file.fileName(), bytes));
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Files.write(folder.resolve(BundleFile.SUMS), HashList.of(files));
  }

  private static void requireFree(Path target, boolean force) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new BadInputException(target.toString(), "is a file, a bundle is a folder");
    }
    List<Path> there = list(target);
    if (!there.isEmpty() && !force) {
      throw new BadInputException(
          target.toString(), "exists already and is kept; --force replaces a bundle");
    }
    for (Path path : there) {
      String name = path.getFileName().toString();
      if (!name.equals(BundleFile.SUMS) && BundleFile.ofName(name).isEmpty()) {
        throw new BadInputException(
            target.toString(), "holds a file that is no bundle's and is kept, found " + name);
      }
    }
  }

  private static void deleteBundle(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path path : list(folder)) {
        Files.delete(path);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
