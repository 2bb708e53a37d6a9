package org.strnet.dicom.result.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.strnet.report.Picture;

/** Decodes pictures of a result. */
public final class Pictures {

  private Pictures() {}

  /** The picture's pixels: those it was drawn with, or else the decoded ones. */
  public static BufferedImage decode(Picture picture) {
    return picture.drawn().orElseGet(() -> decoded(picture));
  }

  private static BufferedImage decoded(Picture picture) {
    ImageReader reader = reader(picture.format().code());
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
  }

  /** The platform's own: the toolkit registers readers that cannot be loaded without OpenCV. */
  private static ImageReader reader(String format) {
    Iterator<ImageReaderSpi> readers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (readers.hasNext()) {
      ImageReaderSpi spi = readers.next();
      boolean own = spi.getClass().getName().startsWith("com.sun.imageio.");
      if (own && List.of(spi.getFormatNames()).contains(format)) {
        try {
          return spi.createReaderInstance();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("this Java has no decoder for " + format);
  }

  /**
   * The picture in fewer pixels: halved by averages as often as it can be, so that none is lost.
   */
  static BufferedImage reduced(BufferedImage picture, int width, int height) {
    BufferedImage half = picture;
    while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
      half = halved(half);
    }
    return half;
  }

  private static BufferedImage halved(BufferedImage from) {
    int width = from.getWidth() / 2;
    int height = from.getHeight() / 2;
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to.setRGB(x, y, mean(from, 2 * x, 2 * y));
      }
    }
    return to;
  }

  private static int mean(BufferedImage from, int x, int y) {
    int mean = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += (from.getRGB(x + i % 2, y + i / 2) >> shift) & 0xff;
      }
      mean |= ((sum + 2) / 4) << shift;
    }
    return mean;
  }
}
