package org.strnet.radiograph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.jpeg.BlockScan;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/**
 * Reads films from PNG, JPEG and TIFF files, 8 or 16 bits, grey or grey stored as colours; of a
 * TIFF with several pages the first.
 *
 * <p>What is no film is refused with a coded reason, before pixels are allocated where the header
 * tells. Samples stay as stored, except that alpha is laid over black, colours of a tinted film
 * become their luma, and a TIFF whose white is zero is turned so that bone stays bright as shown.
 * Orientation tags are not followed. Thread-safe.
 */
public final class RadiographReader {

  /** A film of the most pixels, 16 bits, four channels, not compressed. */
  private static final long MOST_BYTES = FilmSize.MOST_PIXELS * 8;

  /**
   * Reads one film.
   *
   * @throws NotAssessableException when the file is empty, no image, damaged, too large, too small,
   *     a colour picture or without contrast
   * @throws BadInputException when there is no such file or it cannot be read
   */
  public Radiograph read(Path path) {
    Path last = path.getFileName();
    String name = last == null ? path.toString() : last.toString();
    if (!Files.isRegularFile(path)) {
      String found = Files.isDirectory(path) ? "a folder" : "nothing or no regular file";
      throw new BadInputException(name, "a film must be a file, found " + found);
    }
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      FilmFormat format = format(new FilmFile(name, in.readNBytes(FilmFormat.HEAD)));
      if (size > MOST_BYTES) {
        throw new FilmFile(name, new byte[0])
            .refused(
                Reason.TOO_MANY_PIXELS, "a film has at most %d bytes, found %d", MOST_BYTES, size);
      }
      return decode(new FilmFile(name, Files.readAllBytes(path)), format);
    } catch (IOException e) {
      throw new BadInputException(
          name, "a film must be readable, found " + e.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads one film from memory.
   *
   * @param name what to call it in messages
   * @param bytes the whole file; not changed
   * @throws NotAssessableException as {@link #read(Path)}
   */
  public Radiograph read(String name, byte[] bytes) {
    FilmFile file = new FilmFile(name, bytes);
    return decode(file, format(file));
  }

  private static FilmFormat format(FilmFile head) {
    if (head.length() == 0) {
      throw head.refused(Reason.EMPTY_FILE, "a film must have content, found 0 bytes");
    }
    Optional<FilmFormat> format = FilmFormat.of(head.bytes());
    return format.orElseThrow(
        () ->
            head.refused(
                Reason.NOT_AN_IMAGE,
                "a film must be a PNG, JPEG or TIFF file, found none of them"));
  }

  private static Radiograph decode(FilmFile file, FilmFormat format) {
    Radiograph film =
        switch (format) {
          case PNG -> png(file);
          case JPEG -> jpeg(file);
          case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> TiffFile.read(file);
        };
    return GreyPixels.withContrast(file, film);
  }

  private static Radiograph png(FilmFile file) {
    PngFile.check(file);
    return GreyPixels.of(file, PlatformDecoder.image(file, "png"));
  }

  /**
   * A grey film without fault is decoded where it is looked at; of every other file the platform's
   * decoder judges.
   */
  private static Radiograph jpeg(FilmFile file) {
    JpegFile jpeg = JpegFile.check(file);
    if (jpeg.components() != 1) {
      return GreyPixels.of(file, PlatformDecoder.image(file, "jpeg"));
    }
    try {
      ExpectedImage image = new ExpectedImage(jpeg.height(), jpeg.width(), 8);
      BlockScan scan = BlockScan.read(file.bytes(), image);
      return Radiograph.of(jpeg.width(), jpeg.height(), new BlockSamples(scan));
    } catch (DamagedStreamException e) {
      return GreyPixels.ofSingleBand(file, PlatformDecoder.raster(file, "jpeg"), 8);
    }
  }
}
