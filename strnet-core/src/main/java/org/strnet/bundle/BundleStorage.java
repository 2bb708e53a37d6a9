package org.strnet.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.strnet.provenance.BadInputException;

/**
 * Reads the files of a bundle into memory, from a folder or a zip. Nothing is unpacked to disk, and
 * a name that a bundle does not have is refused before its content is read, so that neither a
 * climbing path nor an archive bomb gets further than its name.
 */
final class BundleStorage {

  /** More than any network here weighs. */
  private static final int MAX_FILE_BYTES = 1 << 30;

  private BundleStorage() {}

  /** The files by name, {@code SHA256SUMS} included. */
  static Map<String, byte[]> read(Path bundle) throws IOException {
    String source = bundle.toString();
    if (Files.isDirectory(bundle)) {
      return readFolder(source, bundle);
    }
    if (!Files.exists(bundle)) {
      throw new BadInputException(source, "no such bundle");
    }
    try (InputStream in = Files.newInputStream(bundle);
        ZipInputStream zip = new ZipInputStream(in)) {
      return readZip(source, zip);
    } catch (ZipException e) {
      throw new BadInputException(source, "is a damaged zip: " + e.getMessage(), e);
    }
  }

  private static Map<String, byte[]> readFolder(String source, Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> list = Files.list(folder)) {
      paths = list.sorted().toList();
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Path path : paths) {
      String name = path.getFileName().toString();
      requireKnown(source, name);
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new BadInputException(source + "/" + name, "must be a regular file");
      }
      requireSize(source, name, Files.size(path));
      files.put(name, Files.readAllBytes(path));
    }
    return files;
  }

  private static Map<String, byte[]> readZip(String source, ZipInputStream zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      requireKnown(source, name);
      byte[] bytes = zip.readNBytes(MAX_FILE_BYTES + 1);
      requireSize(source, name, bytes.length);
      if (files.put(name, bytes) != null) {
        throw new BadInputException(source + "/" + name, "stands twice in the zip");
      }
    }
    if (files.isEmpty()) {
      throw new BadInputException(source, "must be a folder or a zip of bundle files");
    }
    return files;
  }

  private static void requireKnown(String source, String name) {
    if (!name.equals(BundleFile.SUMS) && BundleFile.ofName(name).isEmpty()) {
      throw new BadInputException(source, "holds an unknown file, found " + name);
    }
  }

  private static void requireSize(String source, String name, long bytes) {
    if (bytes > MAX_FILE_BYTES) {
      throw new BadInputException(
          source + "/" + name, "must be at most %d bytes, found more".formatted(MAX_FILE_BYTES));
    }
  }
}
