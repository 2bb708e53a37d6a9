package org.strnet.knee;

import java.util.Arrays;
import org.strnet.radiograph.Radiograph;

/**
 * The finder's view of a film: a window reduced by area average to a small square, aspect kept.
 *
 * <p>Every cell is the mean of the film under it. Cells less than half on the film are padding and
 * take {@link PercentileScaling#PADDING}; the others are scaled by {@link PercentileScaling}, so
 * that neither the film's size nor its bit depth nor its borders matter.
 */
public final class FilmThumbnail {

  private FilmThumbnail() {}

  /**
   * @param film the film
   * @param window the part to show
   * @param size side of the result in cells
   * @return {@code size * size} values in [-1, 1], row by row
   */
  public static float[] of(Radiograph film, FilmWindow window, int size) {
    float[] cells = average(film, window, size);
    PercentileScaling.apply(cells);
    return cells;
  }

  /** Area means; cells off the film are NaN. */
  private static float[] average(Radiograph film, FilmWindow window, int size) {
    float[] cells = new float[size * size];
    Arrays.fill(cells, Float.NaN);
    RowIntegral row = new RowIntegral(film, window, size);
    double cell = window.side() / size;
    double[] sums = new double[size];
    for (int r = 0; r < size; r++) {
      double top = Math.max(0, window.top() + r * cell);
      double bottom = Math.min(film.height(), window.top() + (r + 1) * cell);
      if (bottom - top < cell / 2) {
        continue;
      }
      Arrays.fill(sums, 0);
      for (int y = (int) top; y < bottom; y++) {
        row.addTo(sums, y, Math.min(bottom, y + 1.0) - Math.max(top, y));
      }
      row.means(sums, bottom - top, cells, r * size);
    }
    return cells;
  }

  /** Sums of one film row over the columns of the thumbnail, through the row's running sum. */
  private static final class RowIntegral {
    private final Radiograph film;
    private final int first;
    private final int[] samples;
    private final long[] running;
    private final double[] edges;
    private final double[] widths;
    private final double[] columnSums;
    private final double cell;
    private int current = -1;

    RowIntegral(Radiograph film, FilmWindow window, int size) {
      this.film = film;
      this.cell = window.side() / size;
      edges = new double[size + 1];
      for (int c = 0; c <= size; c++) {
        edges[c] = Math.min(film.width(), Math.max(0, window.left() + c * cell));
      }
      widths = new double[size];
      for (int c = 0; c < size; c++) {
        widths[c] = edges[c + 1] - edges[c];
      }
      first = (int) Math.min(edges[0], film.width() - 1.0);
      int last = (int) Math.ceil(edges[size]);
      samples = new int[Math.max(0, last - first)];
      running = new long[samples.length + 1];
      columnSums = new double[size];
    }

    void addTo(double[] sums, int y, double weight) {
      if (y != current) {
        load(y);
      }
      for (int c = 0; c < sums.length; c++) {
        sums[c] += weight * columnSums[c];
      }
    }

    private void load(int y) {
      current = y;
      film.copyRow(y, first, samples);
      for (int i = 0; i < samples.length; i++) {
        running[i + 1] = running[i] + samples[i];
      }
      double left = integral(edges[0]);
      for (int c = 0; c < columnSums.length; c++) {
        double right = integral(edges[c + 1]);
        columnSums[c] = right - left;
        left = right;
      }
    }

    private double integral(double x) {
      double within = x - first;
      int whole = (int) within;
      double part = within - whole;
      return part == 0 ? running[whole] : running[whole] + part * samples[whole];
    }

    void means(double[] sums, double height, float[] cells, int offset) {
      for (int c = 0; c < sums.length; c++) {
        if (widths[c] >= cell / 2) {
          cells[offset + c] = (float) (sums[c] / (widths[c] * height));
        }
      }
    }
  }
}
