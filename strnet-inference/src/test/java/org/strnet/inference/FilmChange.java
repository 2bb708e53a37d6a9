package org.strnet.inference;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.strnet.radiograph.Radiograph;

/** What can happen to a film; each at a level, of which 0 (for a factor 1) changes nothing. */
enum FilmChange {
  /** Nearly Gaussian blur; level: standard deviation in % of the film's width. */
  BLUR("blur, SD in % of the width") {
    @Override
    Radiograph of(Radiograph film, double level) {
      double sd = level / 100 * film.width();
      return FilmSamples.of(film).blurred(sd).film();
    }
  },
  /** White noise; level: standard deviation in % of the largest value. */
  NOISE("noise, SD in % of the largest value") {
    @Override
    Radiograph of(Radiograph film, double level) {
      SplittableRandom random = new SplittableRandom(1);
      double sd = level / 100 * ((1 << film.bits()) - 1);
      return FilmSamples.of(film).map(value -> value + sd * random.nextGaussian()).film();
    }
  },
  /** Values times a factor, cut off at the largest value. */
  EXPOSURE("values times") {
    @Override
    Radiograph of(Radiograph film, double level) {
      return FilmSamples.of(film).map(value -> value * level).film();
    }
  },
  /** The middle of the film; level: % of width and height that are cut off. */
  CROP("% of width and height cut off") {
    @Override
    Radiograph of(Radiograph film, double level) {
      double kept = 1 - level / 100;
      return FilmSamples.of(film).warped(kept, 1, 0);
    }
  },
  /** Turned about its middle; level: degrees. */
  ROTATION("degrees") {
    @Override
    Radiograph of(Radiograph film, double level) {
      return FilmSamples.of(film).warped(1, 1, level);
    }
  },
  /** Fewer or more pixels; level: factor. */
  SCALE("pixels of each side times") {
    @Override
    Radiograph of(Radiograph film, double level) {
      return FilmSamples.of(film).warped(1, level, 0);
    }
  },
  /** Through an 8-bit JPEG; level: quality, 0 to 100. */
  JPEG("JPEG quality") {
    @Override
    Radiograph of(Radiograph film, double level) {
      return throughJpeg(film, (float) level / 100);
    }
  },
  /** Left for right; the level says nothing. */
  MIRROR("mirrored") {
    @Override
    Radiograph of(Radiograph film, double level) {
      return FilmSamples.of(film).mirrored().film();
    }
  };

  private final String axis;

  FilmChange(String axis) {
    this.axis = axis;
  }

  /** What its level counts. */
  String axis() {
    return axis;
  }

  /** The changed film. */
  abstract Radiograph of(Radiograph film, double level);

  private static Radiograph throughJpeg(Radiograph film, float quality) {
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[film.width()];
    for (int y = 0; y < film.height(); y++) {
      film.copyRow(y, 0, row);
      for (int x = 0; x < row.length; x++) {
        image.getRaster().setSample(x, y, 0, row[x] >> (film.bits() - 8));
      }
    }
    BufferedImage read = jpeg(image, quality);
    short[] samples = new short[film.width() * film.height()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) read.getRaster().getSample(i % film.width(), i / film.width(), 0);
    }
    return Radiograph.of(film.width(), film.height(), 8, samples);
  }

  private static BufferedImage jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
      stream.flush();
      return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
