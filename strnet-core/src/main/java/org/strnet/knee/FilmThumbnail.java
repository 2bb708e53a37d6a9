package org.strnet.knee;

import java.util.Arrays;
import java.util.Optional;
import org.strnet.radiograph.Radiograph;

/**
 * The finder's view of a film: a window reduced by area average to a small square, aspect kept.
 *
 * <p>Every cell is the mean of the film under it. Cells less than half on the film are padding and
 * take {@link PercentileScaling#PADDING}; the others are scaled by {@link PercentileScaling}, so
 * that neither the film's size nor its bit depth nor its borders matter.
 *
 * <p>Of a film that comes with the means of its blocks of 8 x 8 pixels ({@link
 * Radiograph#eighth()}), cells at least {@value #LEAST_CELL} pixels wide are averaged from those: a
 * block counts with its mean wherever a cell's edge cuts it.
 */
public final class FilmThumbnail {

  /**
   * A cell of this many film pixels is wide enough for means of blocks: half a block, where the
   * joints found on real films do not differ from those found by pixels.
   */
  private static final double LEAST_CELL = 4;

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
    double cell = window.side() / size;
    Optional<Radiograph> eighth = cell < LEAST_CELL ? Optional.empty() : film.eighth();
    Bands bands = new Bands(film, eighth, window, size);
    for (int r = 0; r < size; r++) {
      double top = Math.max(0, window.top() + r * cell);
      double bottom = Math.min(film.height(), window.top() + (r + 1) * cell);
      if (bottom - top >= cell / 2) {
        bands.means(top, bottom, cells, r * size);
      }
    }
    return cells;
  }

  /**
   * Rows of cells, from the top down. The rows that one covers are added up first, whole ones in
   * integers, and cut into columns once: adding rows is the cheapest that can be done with a film's
   * pixels.
   */
  private static final class Bands {
    private final Radiograph source;

    /** Film pixels along the side of a sample of the source. */
    private final int scale;

    private final double leastWidth;

    /** Where the columns of cells begin and end: whole pixels from {@code first}, and the rest. */
    private final double[] edges;

    private final int[] wholes;
    private final double[] parts;
    private final int first;
    private final int[] sums;
    private final long[] running;

    /** What the row that the last edge cut in two adds above that edge. */
    private double[] above;

    private double aboveEdge = Double.NaN;

    Bands(Radiograph film, Optional<Radiograph> eighth, FilmWindow window, int size) {
      source = eighth.orElse(film);
      scale = eighth.isPresent() ? 8 : 1;
      double cell = window.side() / size;
      leastWidth = cell / 2 / scale;
      edges = new double[size + 1];
      for (int c = 0; c <= size; c++) {
        edges[c] = Math.min(film.width(), Math.max(0, window.left() + c * cell)) / scale;
      }
      first = (int) Math.min(edges[0], source.width() - 1.0);
      wholes = new int[size + 1];
      parts = new double[size + 1];
      for (int c = 0; c <= size; c++) {
        wholes[c] = (int) edges[c] - first;
        parts[c] = edges[c] - (int) edges[c];
      }
      sums = new int[(int) Math.ceil(edges[size]) - first];
      // One more than the sums: an edge at the film's end has a next column, of which it takes 0.
      running = new long[sums.length + 2];
      above = new double[size + 1];
    }

    /** Means of the cells between two heights; those less than half on the film are left alone. */
    void means(double filmTop, double filmBottom, float[] cells, int offset) {
      double top = filmTop / scale;
      double bottom = filmBottom / scale;
      double[] start = top == aboveEdge ? above : cut(top);
      double[] end = cut(bottom);
      above = end;
      aboveEdge = bottom;
      double[] whole = integrals((int) top, (int) bottom, 1);
      double left = whole[0] + end[0] - start[0];
      for (int c = 0; c + 1 < edges.length; c++) {
        double right = whole[c + 1] + end[c + 1] - start[c + 1];
        double width = edges[c + 1] - edges[c];
        if (width >= leastWidth) {
          cells[offset + c] = (float) ((right - left) / (width * (bottom - top)));
        }
        left = right;
      }
    }

    /** The part above an edge of the row that it cuts. */
    private double[] cut(double edge) {
      int row = (int) edge;
      return edge == row ? new double[edges.length] : integrals(row, row + 1, edge - row);
    }

    /** Sums of rows from the left up to each edge, weighted. */
    private double[] integrals(int top, int bottom, double weight) {
      source.sumRows(top, bottom, first, sums);
      long sum = 0;
      for (int i = 0; i < sums.length; i++) {
        sum += sums[i];
        running[i + 1] = sum;
      }
      double[] integrals = new double[edges.length];
      for (int c = 0; c < integrals.length; c++) {
        long before = running[wholes[c]];
        integrals[c] = weight * (before + parts[c] * (running[wholes[c] + 1] - before));
      }
      return integrals;
    }
  }
}
