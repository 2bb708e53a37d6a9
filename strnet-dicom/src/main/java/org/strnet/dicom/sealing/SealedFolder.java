package org.strnet.dicom.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.strnet.provenance.BadInputException;

/**
 * Folders whose files are all sealed, or none. A mark tells which, and whether a key is the one
 * that they were sealed with.
 */
public final class SealedFolder {

  private static final String MARK = "sealed";
  private static final byte[] TEXT = "what lies here is sealed".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DICOM = {'D', 'I', 'C', 'M'};
  private static final int DICOM_AT = 128;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private SealedFolder() {}

  /**
   * Holds a key against what was sealed before. The first key of folders with files in the clear
   * seals these, one after the other; where that is cut off, the next start goes on.
   *
   * @param mark folder of the mark
   * @param folders of the files, with the folders in them
   * @param sealing of all of them
   * @param names what a file was sealed under
   * @throws BadInputException when the key is missing or another, or a file is neither in the clear
   *     nor sealed with it
   */
  public static void prepare(
      Path mark, List<Path> folders, Sealing sealing, Function<Path, String> names)
      throws IOException {
    Path file = mark.resolve(MARK);
    if (Files.exists(file)) {
      requireKey(file, sealing);
    } else if (sealing != Sealing.NONE) {
      for (Path folder : folders) {
        sealAll(folder, sealing, names);
      }
      DurableFile.write(file, sealing.seal(TEXT, MARK));
    }
  }

  private static void requireKey(Path file, Sealing sealing) throws IOException {
    if (sealing == Sealing.NONE) {
      throw new BadInputException(file.toString(), "films here are encrypted: their key is needed");
    }
    try {
      sealing.open(Files.readAllBytes(file), MARK);
    } catch (BrokenSealException e) {
      throw new BadInputException(
          file.toString(), "films here are encrypted with another key than the one given", e);
    }
  }

  private static void sealAll(Path folder, Sealing sealing, Function<Path, String> names)
      throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (file.toString().endsWith(DurableFile.PART)) {
        continue; // Never acknowledged.
      }
      byte[] bytes = Files.readAllBytes(file);
      if (isClear(bytes)) {
        DurableFile.write(file, sealing.seal(bytes, names.apply(file)));
      } else {
        requireSealed(file, bytes, sealing, names.apply(file));
      }
    }
  }

  /** What is kept here is DICOM objects and pictures in PNG. */
  private static boolean isClear(byte[] bytes) {
    return holds(bytes, DICOM_AT, DICOM) || holds(bytes, 0, PNG);
  }

  private static boolean holds(byte[] bytes, int at, byte[] sign) {
    return bytes.length >= at + sign.length
        && Arrays.equals(bytes, at, at + sign.length, sign, 0, sign.length);
  }

  private static void requireSealed(Path file, byte[] bytes, Sealing sealing, String name) {
    try {
      sealing.open(bytes, name);
    } catch (BrokenSealException e) {
      throw new BadInputException(
          file.toString(), "must be in the clear or encrypted with the key given", e);
    }
  }
}
