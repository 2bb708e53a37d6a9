package org.strnet.training.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.strnet.provenance.BadInputException;

/** Writes finished graphs. */
final class OnnxFile {

  private OnnxFile() {}

  /**
   * Writes a graph to a new file.
   *
   * @throws BadInputException when the file exists already
   */
  static void write(OnnxGraph graph, Map<String, String> metadata, Path file) {
    byte[] bytes = graph.model(metadata).toByteArray();
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          String.valueOf(file.getFileName()), "a new file is written here, found one", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Provenance with what the exporter knows of the network. */
  static Map<String, String> merged(Map<String, String> provenance, Map<String, String> known) {
    Map<String, String> all = new TreeMap<>(provenance);
    known.forEach(
        (key, value) -> {
          String given = all.putIfAbsent(key, value);
          if (given != null && !given.equals(value)) {
            throw new IllegalArgumentException(
                "provenance says %s = %s, the network %s".formatted(key, given, value));
          }
        });
    return all;
  }
}
