package org.strnet.audit.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/** Reads a film's evidence from its file. Thread-safe. */
public final class EvidenceReader {

  /** A film of 100 million pixels, 16 bits, four channels, not compressed. */
  private static final long MOST_BYTES = 800_000_000;

  private final RadiographReader reader = new RadiographReader();

  /**
   * Reads one file.
   *
   * @throws NotAssessableException when it is no film
   * @throws BadInputException when there is no such file or it cannot be read
   */
  public FilmEvidence read(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(name, "a film must be a file, found nothing or no regular file");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new BadInputException(
            name, "a film has at most %d bytes, found %d".formatted(MOST_BYTES, Files.size(file)));
      }
      byte[] bytes = Files.readAllBytes(file);
      return of(bytes, reader.read(name, bytes));
    } catch (IOException e) {
      throw new BadInputException(
          name, "a film must be readable, found " + e.getClass().getSimpleName(), e);
    }
  }

  /** The evidence of a film that is decoded already. */
  public static FilmEvidence of(byte[] file, Radiograph film) {
    GreyPicture picture = GreyPicture.of(film);
    return new FilmEvidence(
        Sha256.of(file),
        pixelHash(film),
        TraceReader.traces(StoredImage.of(file), file.length, film, picture),
        picture);
  }

  private static String pixelHash(Radiograph film) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(12)
              .putInt(film.width())
              .putInt(film.height())
              .putInt(film.bits())
              .array());
      int[] row = new int[film.width()];
      byte[] bytes = new byte[2 * row.length];
      for (int y = 0; y < film.height(); y++) {
        film.copyRow(y, 0, row);
        for (int x = 0; x < row.length; x++) {
          bytes[2 * x] = (byte) (row[x] >> 8);
          bytes[2 * x + 1] = (byte) row[x];
        }
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
