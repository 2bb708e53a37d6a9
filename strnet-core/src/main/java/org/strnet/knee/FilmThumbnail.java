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

  /**
   * Area means; cells off the film are NaN. Rows are added up first and cut into columns once per
   * row of cells: adding rows is the cheapest that can be done with a film's pixels.
   */
  private static float[] average(Radiograph film, FilmWindow window, int size) {
    float[] cells = new float[size * size];
    Arrays.fill(cells, Float.NaN);
    Band band = new Band(film, window, size);
    double cell = window.side() / size;
    for (int r = 0; r < size; r++) {
      double top = Math.max(0, window.top() + r * cell);
      double bottom = Math.min(film.height(), window.top() + (r + 1) * cell);
      if (bottom - top >= cell / 2) {
        band.sum(top, bottom);
        band.means(bottom - top, cells, r * size);
      }
    }
    return cells;
  }

  /** The film's columns summed over the rows of one row of cells. */
  private static final class Band {
    private final Radiograph film;
    private final int first;
    private final int[] samples;
    private final int[] wholeRows;
    private final double[] running;
    private final double[] edges;
    private final double cell;

    Band(Radiograph film, FilmWindow window, int size) {
      this.film = film;
      this.cell = window.side() / size;
      edges = new double[size + 1];
      for (int c = 0; c <= size; c++) {
        edges[c] = Math.min(film.width(), Math.max(0, window.left() + c * cell));
      }
      first = (int) Math.min(edges[0], film.width() - 1.0);
      int last = (int) Math.ceil(edges[size]);
      samples = new int[Math.max(0, last - first)];
      wholeRows = new int[samples.length];
      running = new double[samples.length + 1];
    }

    /** Sums the rows from top to bottom, the first and the last by the share that is covered. */
    void sum(double top, double bottom) {
      Arrays.fill(wholeRows, 0);
      Arrays.fill(running, 0);
      for (int y = (int) top; y < bottom; y++) {
        film.copyRow(y, first, samples);
        double share = Math.min(bottom, y + 1.0) - Math.max(top, y);
        if (share == 1) {
          for (int i = 0; i < samples.length; i++) {
            wholeRows[i] += samples[i];
          }
        } else {
          for (int i = 0; i < samples.length; i++) {
            running[i + 1] += share * samples[i];
          }
        }
      }
      for (int i = 0; i < samples.length; i++) {
        running[i + 1] += running[i] + wholeRows[i];
      }
    }

    void means(double height, float[] cells, int offset) {
      double left = integral(edges[0]);
      for (int c = 0; c + 1 < edges.length; c++) {
        double right = integral(edges[c + 1]);
        double width = edges[c + 1] - edges[c];
        if (width >= cell / 2) {
          cells[offset + c] = (float) ((right - left) / (width * height));
        }
        left = right;
      }
    }

    private double integral(double x) {
      double within = x - first;
      int whole = (int) within;
      double part = within - whole;
      return part == 0
          ? running[whole]
          : running[whole] + part * (running[whole + 1] - running[whole]);
    }
  }
}
