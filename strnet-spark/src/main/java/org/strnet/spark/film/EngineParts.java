package org.strnet.spark.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.strnet.bundle.Bundle;
import org.strnet.provenance.Sha256;

/**
 * What an executor needs to screen: sent to each once, so that a bundle need not be on its machine.
 *
 * @param zip the bundle's files
 * @param sha256 the bundle's identity
 * @param gate which films are assessed, as YAML
 */
public record EngineParts(byte[] zip, String sha256, String gate) implements Serializable {

  private static final int NAME_DIGITS = 12;

  /** The parts of a bundle that was loaded, from the same folder or zip. */
  public static EngineParts of(Path bundle, Bundle loaded, String gate) throws IOException {
    byte[] zip = Files.isDirectory(bundle) ? zipped(bundle) : Files.readAllBytes(bundle);
    return new EngineParts(zip, loaded.sha256(), gate);
  }

  /**
   * The version under which results are kept: another bundle, operating point or gate is another
   * version.
   */
  public String version(Bundle bundle) {
    String all = sha256 + '\n' + bundle.manifest().operatingPoint() + '\n' + gate;
    String digits = Sha256.of(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return bundle.name() + "-" + digits.substring(0, NAME_DIGITS);
  }

  private static byte[] zipped(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> listed = Files.list(folder)) {
      zip.setLevel(Deflater.BEST_SPEED);
      List<Path> files = listed.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
