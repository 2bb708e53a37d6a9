package org.strnet.dicom.film;

import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.codec.DamagedFrameException;
import org.strnet.dicom.codec.FrameDecoder;
import org.strnet.dicom.codec.FrameGeometry;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;

/**
 * A film's samples as they were stored, before any rescaling, window or inversion.
 *
 * @param geometry rows, columns and the layout of a cell
 * @param cells {@code rows * columns} cells, row by row; not copied, since films are large, and
 *     never changed
 */
public record StoredImage(FrameGeometry geometry, short[] cells) {

  private static final int LEAST_SIDE = 64;
  private static final long MOST_PIXELS = 100_000_000;

  /** Checks that there is a cell for every pixel. */
  public StoredImage {
    if (cells.length != (long) geometry.rows() * geometry.columns()) {
      throw new IllegalArgumentException(
          "%d x %d pixels, found %d cells"
              .formatted(geometry.rows(), geometry.columns(), cells.length));
    }
  }

  /**
   * Decodes an object's pixels.
   *
   * @throws NotAssessableException when there are none, when they are no single frame of one grey
   *     channel of 8 or 16 bits, too many or too few, or damaged
   */
  public static StoredImage decode(DicomFile file) {
    EncodedPixels pixels =
        file.pixels()
            .orElseThrow(
                () ->
                    FilmRefusals.refused(
                        Reason.NOT_AN_IMAGE, "a film must have pixels, the object has none"));
    FrameGeometry geometry = geometry(file.header());
    try {
      return new StoredImage(
          geometry, FrameDecoder.decode(file.syntax(), pixels.bytes(), geometry));
    } catch (DamagedFrameException e) {
      NotAssessableException refused =
          FilmRefusals.refused(
              Reason.DAMAGED_IMAGE, "the pixels must decode to their end: %s", e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  private static FrameGeometry geometry(FilmHeader header) {
    requireGrey(header);
    int rows = size(header, Tag.Rows, "rows");
    int columns = size(header, Tag.Columns, "columns");
    if ((long) rows * columns > MOST_PIXELS) {
      throw FilmRefusals.refused(
          Reason.TOO_MANY_PIXELS,
          "a film has at most %d million pixels, the object declares %d x %d",
          MOST_PIXELS / 1_000_000,
          columns,
          rows);
    }
    int allocated = depth(header, Tag.BitsAllocated, "bits allocated");
    int stored = depth(header, Tag.BitsStored, "bits stored");
    int high = header.integer(Tag.HighBit).orElse(stored - 1);
    boolean fits = stored >= 1 && stored <= allocated && high >= stored - 1 && high < allocated;
    if ((allocated != 8 && allocated != 16) || !fits) {
      throw FilmRefusals.refused(
          Reason.UNSUPPORTED_ENCODING,
          "a sample has 1 to 16 bits in 8 or 16, found %d in %d with high bit %d",
          stored,
          allocated,
          high);
    }
    boolean signed = header.integer(Tag.PixelRepresentation).orElse(0) == 1;
    return new FrameGeometry(rows, columns, allocated, stored, high, signed);
  }

  private static void requireGrey(FilmHeader header) {
    int frames = header.integer(Tag.NumberOfFrames).orElse(1);
    if (frames != 1) {
      throw FilmRefusals.refused(
          Reason.UNSUPPORTED_ENCODING, "a film has one frame, found %d", frames);
    }
    int channels = header.integer(Tag.SamplesPerPixel).orElse(1);
    String photometric = header.code(Tag.PhotometricInterpretation).orElse("none");
    if (channels != 1 || !photometric.matches("MONOCHROME[12]")) {
      throw FilmRefusals.refused(
          channels == 3 ? Reason.COLOUR_IMAGE : Reason.UNSUPPORTED_ENCODING,
          "a film must be MONOCHROME1 or MONOCHROME2 with one sample per pixel,"
              + " found %d samples, %s",
          channels,
          photometric.replaceAll("[^A-Z0-9_]", "?"));
    }
  }

  private static int size(FilmHeader header, int tag, String name) {
    int size = header.integer(tag).orElse(0);
    if (size < LEAST_SIDE) {
      throw FilmRefusals.refused(
          size == 0 ? Reason.DAMAGED_IMAGE : Reason.TOO_FEW_PIXELS,
          "a film has at least %d %s, found %d",
          LEAST_SIDE,
          name,
          size);
    }
    return size;
  }

  private static int depth(FilmHeader header, int tag, String name) {
    OptionalInt depth = header.integer(tag);
    if (depth.isEmpty()) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE, "the object must state its %s, found nothing", name);
    }
    return depth.getAsInt();
  }
}
