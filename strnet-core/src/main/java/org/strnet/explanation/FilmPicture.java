package org.strnet.explanation;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.strnet.pixels.Percentiles;
import org.strnet.radiograph.Radiograph;

/**
 * The whole film, reduced, with each knee's crop framed and its heat-map laid over it: shows what
 * was found, what was looked at, and what was left out.
 */
public final class FilmPicture {

  private static final int LONGEST = 768;
  private static final int SHORTEST_FOR_TEXT = Lettering.width(HeatMapPicture.NOTICE, 1) + 8;
  private static final int FRAME = 0x40d0ff;
  private static final int FRAME_WIDTH = 2;
  private static final int INK = 0xe8e8e8;
  private static final int LINE = Lettering.ROWS + 8;
  private static final double LOW_QUANTILE = 0.005;
  private static final double HIGH_QUANTILE = 0.995;

  private FilmPicture() {}

  /**
   * Draws a picture whose longer side is at most 768 pixels.
   *
   * @param film the film as it was read
   * @param knees the knees assessed on it, none or more
   */
  public static BufferedImage of(Radiograph film, List<ExplainedKnee> knees) {
    double scale = Math.min(1, LONGEST / (double) Math.max(film.width(), film.height()));
    int width = Math.max(1, (int) (film.width() * scale));
    int height = Math.max(1, (int) (film.height() * scale));
    float[] greys = windowed(reduce(film, width, height));
    BufferedImage image =
        new BufferedImage(
            Math.max(width, SHORTEST_FOR_TEXT), height + LINE, BufferedImage.TYPE_INT_RGB);
    double step = film.width() / (double) width;
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float grey = greys[y * width + x];
        row[x] = pixel(grey, (x + 0.5) * step, (y + 0.5) * step, step, knees);
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    Lettering.draw(image, HeatMapPicture.NOTICE, 4, height + (LINE - Lettering.ROWS) / 2, 1, INK);
    return image;
  }

  /** The colour of a point: frame before heat before film; of crops that overlap the hotter. */
  private static int pixel(
      double grey, double x, double y, double step, List<ExplainedKnee> knees) {
    double heat = -1;
    for (ExplainedKnee knee : knees) {
      if (knee.isFrame(x, y, FRAME_WIDTH * step)) {
        return FRAME;
      }
      if (knee.covers(x, y)) {
        heat = Math.max(heat, knee.heatAt(x, y));
      }
    }
    return heat < 0 ? Blend.grey(grey) : Blend.heat(grey, heat);
  }

  /** Mean grey value of the film pixels under each pixel of the picture. */
  private static float[] reduce(Radiograph film, int width, int height) {
    float[] means = new float[width * height];
    int[] row = new int[film.width()];
    long[] sums = new long[width];
    int[] starts = new int[width + 1];
    for (int x = 0; x <= width; x++) {
      starts[x] = (int) ((long) x * film.width() / width);
    }
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * film.height() / height);
      int bottom = (int) ((y + 1L) * film.height() / height);
      Arrays.fill(sums, 0);
      for (int filmRow = top; filmRow < bottom; filmRow++) {
        film.copyRow(filmRow, 0, row);
        addRow(row, starts, sums);
      }
      for (int x = 0; x < width; x++) {
        int columns = starts[x + 1] - starts[x];
        means[y * width + x] = sums[x] / (float) ((bottom - top) * columns);
      }
    }
    return means;
  }

  private static void addRow(int[] row, int[] starts, long[] sums) {
    for (int x = 0; x < sums.length; x++) {
      long sum = 0;
      for (int i = starts[x]; i < starts[x + 1]; i++) {
        sum += row[i];
      }
      sums[x] += sum;
    }
  }

  /** Grey values to 0..1 between two quantiles, so that a marker does not darken the bone. */
  private static float[] windowed(float[] greys) {
    Percentiles sorted = new Percentiles(greys);
    float low = sorted.ofRank((int) (LOW_QUANTILE * (greys.length - 1)));
    float high = sorted.ofRank((int) (HIGH_QUANTILE * (greys.length - 1)));
    float range = Math.max(high - low, 1);
    float[] scaled = new float[greys.length];
    for (int i = 0; i < greys.length; i++) {
      scaled[i] = (greys[i] - low) / range;
    }
    return scaled;
  }
}
