package org.strnet.server.film;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.PixelSpacing;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.grayscale.GrayscalePipeline;
import org.strnet.dicom.grayscale.Reading;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

/**
 * A film as it is meant to be shown, ready to be sent to a viewer.
 *
 * @param width columns
 * @param height rows
 * @param bits of a sample: 8 in one byte, 16 in two, the lower first
 * @param spacing size of a pixel, if the header states it
 * @param compressed the samples row by row as gzip; not copied, since films are large, and never
 *     changed
 */
public record ShownFilm(
    int width, int height, int bits, Optional<PixelSpacing> spacing, byte[] compressed) {

  /** Checks that all are there. */
  public ShownFilm {
    Objects.requireNonNull(spacing);
    Objects.requireNonNull(compressed);
  }

  /**
   * Renders an object.
   *
   * @throws NotAssessableException when it has no pixels that can be shown
   */
  public static ShownFilm of(DicomFile object) {
    Radiograph film =
        GrayscalePipeline.render(object.header(), StoredImage.decode(object), Reading.AS_STATED)
            .film();
    return new ShownFilm(
        film.width(),
        film.height(),
        film.bits(),
        PixelSpacing.of(object.header()),
        compressed(film));
  }

  /** The samples as they are, for a client that takes no gzip. */
  public byte[] samples() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compressed(Radiograph film) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(film.width() * film.height());
    try (OutputStream out = new FastGzip(bytes)) {
      int[] row = new int[film.width()];
      int wide = film.bits() == 8 ? 1 : 2;
      byte[] cells = new byte[row.length * wide];
      for (int y = 0; y < film.height(); y++) {
        film.copyRow(y, 0, row);
        for (int x = 0; x < row.length; x++) {
          cells[x * wide] = (byte) row[x];
          if (wide == 2) {
            cells[x * wide + 1] = (byte) (row[x] >> 8);
          }
        }
        out.write(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A house's network is faster than a thorough deflater. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
