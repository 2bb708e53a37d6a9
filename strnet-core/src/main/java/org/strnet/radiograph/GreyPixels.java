package org.strnet.radiograph;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.strnet.radiograph.NotAssessable.Reason;

/** From decoded images to single-channel samples. */
final class GreyPixels {

  /** A film whose samples differ by less shows nothing. */
  static final int LEAST_CONTRAST = 8;

  private GreyPixels() {}

  /** The film of a decoded image, refused when it has colours. */
  static Radiograph of(FilmFile file, BufferedImage image) {
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    int type = raster.getDataBuffer().getDataType();
    if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
      throw file.refused(Reason.NOT_AN_IMAGE, "a film must have 8 or 16 unsigned bits");
    }
    if (colours instanceof IndexColorModel palette) {
      return ColourPixels.ofPalette(file, raster, palette);
    }
    int bits = type == DataBuffer.TYPE_BYTE ? 8 : 16;
    int space = colours.getColorSpace().getType();
    if (space == ColorSpace.TYPE_GRAY && raster.getNumBands() == 1) {
      return ofSingleBand(file, raster, bits);
    }
    if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
      throw file.refused(Reason.COLOUR_IMAGE, "a film must be grey, found another colour space");
    }
    return ColourPixels.ofBands(file, raster, bits);
  }

  /** The film of samples that are grey values. */
  static Radiograph ofSingleBand(FilmFile file, Raster raster, int bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    if (raster.getNumBands() != 1) {
      throw file.refused(
          Reason.DAMAGED_IMAGE, "a grey image has 1 band, found %d", raster.getNumBands());
    }
    if (isPlain(raster) && raster.getDataBuffer() instanceof DataBufferByte buffer) {
      return Radiograph.owning(width, height, buffer.getData());
    }
    if (isPlain(raster) && raster.getDataBuffer() instanceof DataBufferUShort buffer) {
      return Radiograph.owning(width, height, bits, buffer.getData());
    }
    short[] samples = new short[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = (short) row[x];
      }
    }
    return Radiograph.owning(width, height, bits, samples);
  }

  /** Whether the buffer holds the samples and nothing else, row after row. */
  private static boolean isPlain(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && model.getPixelStride() == 1
        && model.getScanlineStride() == raster.getWidth()
        && raster.getDataBuffer().getOffset() == 0
        && raster.getDataBuffer().getSize() == raster.getWidth() * raster.getHeight();
  }

  /** The film itself, refused when all of it is one grey value or nearly. */
  static Radiograph withContrast(FilmFile file, Radiograph film) {
    if (film.eighth().filter(means -> meansShowContrast(film, means)).isPresent()) {
      return film;
    }
    GreySpan span = GreySpan.of(film, film.width(), film.height(), LEAST_CONTRAST);
    if (span.width() < LEAST_CONTRAST) {
      throw file.refused(
          Reason.NO_CONTRAST,
          "a film's grey values must span at least %d, found %d to %d",
          LEAST_CONTRAST,
          span.low(),
          span.high());
    }
    return film;
  }

  /**
   * Whether the means of whole blocks tell the contrast. Samples are rounded and means are not:
   * hence one grey value more.
   */
  private static boolean meansShowContrast(Radiograph film, Radiograph means) {
    int enough = 8 * (LEAST_CONTRAST + 1);
    return GreySpan.of(means, film.width() / 8, film.height() / 8, enough).width() >= enough;
  }
}
