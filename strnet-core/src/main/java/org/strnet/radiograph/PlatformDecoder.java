package org.strnet.radiograph;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * The decoders of the Java platform, with what they leave to their callers: whatever they throw on
 * damaged data becomes a refusal, and so do their warnings of missing or corrupt data.
 */
final class PlatformDecoder {

  private PlatformDecoder() {}

  /** What to do with a reader that stands at the file's start. */
  @FunctionalInterface
  interface Decoding<T> {
    T decode(ImageReader reader) throws IOException;
  }

  /** The first image, converted to no other colours. */
  static BufferedImage image(FilmFile file, String format) {
    return with(file, format, reader -> reader.read(0));
  }

  /** The samples of the first image as they are stored. */
  static Raster raster(FilmFile file, String format) {
    return with(file, format, reader -> reader.readRaster(0, null));
  }

  /** Opens a reader, decodes and closes it. */
  static <T> T with(FilmFile file, String format, Decoding<T> decoding) {
    ImageReader reader = reader(format);
    AtomicReference<@Nullable String> corrupt = new AtomicReference<>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (tellsOfCorruptData(warning)) {
            corrupt.compareAndSet(null, warning);
          }
        });
    try (FilmBytes input = new FilmBytes(file.bytes())) {
      reader.setInput(input, true, true);
      T decoded = decoding.decode(reader);
      String warning = corrupt.get();
      if (warning != null) {
        throw file.refused(
            Reason.DAMAGED_IMAGE, "the image must decode without fault, found: %s", warning);
      }
      return decoded;
    } catch (NotAssessableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders answer damaged data with almost any exception: index out of bounds, illegal
      // argument, negative array size.
      throw file.damaged(e);
    } finally {
      reader.dispose();
    }
  }

  /** The warnings of the JPEG decoder that mean lost pixels, not merely odd metadata. */
  private static boolean tellsOfCorruptData(String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    return lower.contains("corrupt") || lower.contains("premature") || lower.contains("truncated");
  }

  /** The platform's own reader, also where other plug-ins are present: pixels must not depend. */
  private static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no decoder for " + format);
  }
}
