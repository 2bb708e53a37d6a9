package org.strnet.server.film.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.strnet.provenance.BadInputException;

/** How large a picture may be that is handed in through a browser, told by its header alone. */
final class PictureSize {

  /** Bytes of a file. */
  static final int MOST_BYTES = 64 << 20;

  /** The largest digital radiographs have about 20 million. */
  static final long MOST_PIXELS = 40_000_000;

  /** Rows and Columns are 16 bits in DICOM. */
  private static final int LONGEST_SIDE = 65_535;

  private PictureSize() {}

  /**
   * Checks a picture before any pixel is decoded; what is no picture passes, to be refused by name
   * where it is read.
   *
   * @throws BadInputException when it is larger than a film
   */
  static void check(byte[] picture) {
    if (picture.length > MOST_BYTES) {
      throw new BadInputException(
          "picture",
          "a picture has at most %d MiB, found %d"
              .formatted(MOST_BYTES >> 20, (picture.length >> 20) + 1));
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (readers.hasNext()) {
        check(readers.next(), in);
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof BadInputException tooLarge) {
        throw tooLarge;
      }
      // A damaged header: the film's reader says what is wrong with it.
    }
  }

  private static void check(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
        throw new BadInputException(
            "picture",
            "a picture has at most %d million pixels, %d a side; the file declares %d x %d"
                .formatted(MOST_PIXELS / 1_000_000, LONGEST_SIDE, width, height));
      }
    } finally {
      reader.dispose();
    }
  }
}
