package org.strnet.radiograph;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * Grey films stored as colours, and the rule that tells them from colour pictures.
 *
 * <p>The rule: a film, tinted or not, shows one colour at each grey level and one hue in all, a
 * photograph several. A pixel's colour is its differences red - green and blue - green, of 255. For
 * each of 256 levels of luma the mean colour is taken. A pixel is coloured when its colour lies
 * more than {@link #MOST_DEVIATION} from the mean of its level, or is stronger than that and points
 * more than 45 degrees away from the mean colour of the picture. A picture with more than {@link
 * #MOST_COLOURED} coloured pixels is a colour picture. Grey or evenly tinted films have none; JPEG
 * chroma adds a few; a small coloured marker passes.
 */
final class ColourPixels {

  /** Deviation from the colour of its grey level that a pixel may have, of 255. */
  static final int MOST_DEVIATION = 24;

  /** Share of coloured pixels that a film may have. */
  static final double MOST_COLOURED = 0.01;

  private static final int LEVELS = 256;

  private final long[] count = new long[LEVELS];
  private final long[] red = new long[LEVELS];
  private final long[] blue = new long[LEVELS];
  private double meanRed;
  private double meanBlue;

  private ColourPixels() {}

  /** A film of interleaved bands: grey and alpha, red-green-blue, or red-green-blue and alpha. */
  static Radiograph ofBands(FilmFile file, Raster raster, int bits) {
    int bands = raster.getNumBands();
    if (bands < 2 || bands > 4) {
      throw file.refused(Reason.COLOUR_IMAGE, "a film has 1 to 4 channels, found %d", bands);
    }
    int width = raster.getWidth();
    int white = (1 << bits) - 1;
    int[] row = new int[width * bands];
    IntFunction<int[]> colours =
        y -> {
          raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
          int[] rgb = new int[3 * width];
          for (int x = 0; x < width; x++) {
            int from = x * bands;
            int alpha = bands % 2 == 0 ? row[from + bands - 1] : white;
            for (int c = 0; c < 3; c++) {
              int value = row[from + (bands < 3 ? 0 : c)];
              rgb[3 * x + c] = alpha == white ? value : (int) ((long) value * alpha / white);
            }
          }
          return rgb;
        };
    return of(file, width, raster.getHeight(), bits, colours);
  }

  /** A film of indices into a palette, 8 bits. */
  static Radiograph ofPalette(FilmFile file, Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    int[] row = new int[width];
    IntFunction<int[]> colours =
        y -> {
          raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
          int[] rgb = new int[3 * width];
          for (int x = 0; x < width; x++) {
            int colour = row[x] < argb.length ? argb[row[x]] : 0;
            int alpha = colour >>> 24;
            rgb[3 * x] = (colour >> 16 & 0xff) * alpha / 255;
            rgb[3 * x + 1] = (colour >> 8 & 0xff) * alpha / 255;
            rgb[3 * x + 2] = (colour & 0xff) * alpha / 255;
          }
          return rgb;
        };
    return of(file, width, raster.getHeight(), 8, colours);
  }

  private static Radiograph of(
      FilmFile file, int width, int height, int bits, IntFunction<int[]> colours) {
    ColourPixels levels = new ColourPixels();
    short[] samples = new short[width * height];
    for (int y = 0; y < height; y++) {
      int[] rgb = colours.apply(y);
      levels.add(rgb, bits - 8);
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = (short) luma(rgb, 3 * x);
      }
    }
    levels.finishMeans((long) width * height);
    long coloured = 0;
    for (int y = 0; y < height; y++) {
      coloured += levels.coloured(colours.apply(y), bits - 8);
    }
    double share = (double) coloured / ((long) width * height);
    if (share > MOST_COLOURED) {
      throw file.refused(
          Reason.COLOUR_IMAGE,
          "at most %.0f %% of a film's pixels may have a colour, found %.1f %%",
          100 * MOST_COLOURED,
          100 * share);
    }
    return Radiograph.owning(width, height, bits, samples);
  }

  /** Luma of ITU-R BT.601 in 256ths, exact for grey. */
  private static int luma(int[] rgb, int at) {
    return (77 * rgb[at] + 150 * rgb[at + 1] + 29 * rgb[at + 2]) >> 8;
  }

  private void add(int[] rgb, int shift) {
    for (int i = 0; i < rgb.length; i += 3) {
      int level = luma(rgb, i) >> shift;
      count[level]++;
      red[level] += (rgb[i] - rgb[i + 1]) >> shift;
      blue[level] += (rgb[i + 2] - rgb[i + 1]) >> shift;
    }
  }

  private int coloured(int[] rgb, int shift) {
    int coloured = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      int level = luma(rgb, i) >> shift;
      int r = (rgb[i] - rgb[i + 1]) >> shift;
      int b = (rgb[i + 2] - rgb[i + 1]) >> shift;
      if (exceeds(r - red[level] / count[level], b - blue[level] / count[level])
          || (exceeds(r, b) && isOffHue(r, b))) {
        coloured++;
      }
    }
    return coloured;
  }

  private static boolean exceeds(long r, long b) {
    return r * r + b * b > MOST_DEVIATION * MOST_DEVIATION;
  }

  /**
   * Whether the angle to the picture's mean colour is above 45 degrees, cosine squared below 1/2.
   */
  private boolean isOffHue(long r, long b) {
    double along = r * meanRed + b * meanBlue;
    double lengths = (double) (r * r + b * b) * (meanRed * meanRed + meanBlue * meanBlue);
    return along <= 0 || 2 * along * along < lengths;
  }

  private void finishMeans(long pixels) {
    meanRed = (double) Arrays.stream(red).sum() / pixels;
    meanBlue = (double) Arrays.stream(blue).sum() / pixels;
  }
}
