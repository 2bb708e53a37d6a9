package org.strnet.audit.film;

import java.util.ArrayDeque;
import org.strnet.radiograph.Radiograph;

/**
 * Measures a film's traces: borders and shares on the reduced picture, because a border of less
 * than a hundredth of the film and a speck of one pixel tell nothing.
 */
final class TraceReader {

  /** A row or column is empty when its greys differ by no more than this, of 255. */
  private static final int EMPTY_RANGE = 6;

  private static final int BLACK = 10;
  private static final int WHITE = 245;

  /** A marker covers at most this share of the film. */
  private static final double LARGEST_MARKER = 0.02;

  private final GreyPicture picture;

  private TraceReader(GreyPicture picture) {
    this.picture = picture;
  }

  static FilmTraces traces(StoredImage stored, long bytes, Radiograph film, GreyPicture picture) {
    TraceReader reader = new TraceReader(picture);
    int[] markers = reader.markers();
    double area = picture.width() * (double) picture.height();
    return new FilmTraces(
        stored,
        bytes,
        film.width(),
        film.height(),
        film.bits(),
        reader.borders(),
        reader.count(0, BLACK) / area,
        reader.count(WHITE, 255) / area,
        markers[0],
        markers[1] / area);
  }

  private FilmTraces.Borders borders() {
    return new FilmTraces.Borders(
        emptyLines(picture.width(), picture.height(), (line, at) -> picture.grey(line, at)),
        emptyLines(
            picture.width(),
            picture.height(),
            (line, at) -> picture.grey(picture.width() - 1 - line, at)),
        emptyLines(picture.height(), picture.width(), (line, at) -> picture.grey(at, line)),
        emptyLines(
            picture.height(),
            picture.width(),
            (line, at) -> picture.grey(at, picture.height() - 1 - line)));
  }

  @FunctionalInterface
  private interface Lines {
    int grey(int line, int at);
  }

  /** The share of lines, from the first on, that hold one grey value or nearly. */
  private static double emptyLines(int lines, int length, Lines greys) {
    for (int line = 0; line < lines; line++) {
      int least = 255;
      int most = 0;
      for (int at = 0; at < length; at++) {
        least = Math.min(least, greys.grey(line, at));
        most = Math.max(most, greys.grey(line, at));
      }
      if (most - least > EMPTY_RANGE) {
        return line / (double) lines;
      }
    }
    return 1;
  }

  private int count(int from, int to) {
    int count = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        count += picture.grey(x, y) >= from && picture.grey(x, y) <= to ? 1 : 0;
      }
    }
    return count;
  }

  /** Number and pixels of bright connected blobs small enough for a marker. */
  private int[] markers() {
    int area = picture.width() * picture.height();
    boolean[] seen = new boolean[area];
    int[] found = new int[2];
    for (int start = 0; start < area; start++) {
      int size = isBright(start) && !seen[start] ? fill(start, seen) : 0;
      if (size >= 2 && size <= LARGEST_MARKER * area) {
        found[0]++;
        found[1] += size;
      }
    }
    return found;
  }

  private int fill(int start, boolean[] seen) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    seen[start] = true;
    int size = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      size++;
      int x = at % picture.width();
      int[] next = {
        x > 0 ? at - 1 : -1,
        x + 1 < picture.width() ? at + 1 : -1,
        at - picture.width(),
        at + picture.width()
      };
      for (int neighbour : next) {
        if (neighbour >= 0 && neighbour < seen.length && !seen[neighbour] && isBright(neighbour)) {
          seen[neighbour] = true;
          open.add(neighbour);
        }
      }
    }
    return size;
  }

  private boolean isBright(int at) {
    return picture.grey(at % picture.width(), at / picture.width()) >= WHITE;
  }
}
