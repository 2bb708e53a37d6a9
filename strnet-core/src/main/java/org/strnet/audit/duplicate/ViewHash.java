package org.strnet.audit.duplicate;

import java.util.Arrays;
import java.util.List;
import org.strnet.audit.film.GreyPicture;

/**
 * 256 bits of a view's coarse structure: of a 16 x 16 reduction of its locally normalised texture,
 * which cells are above the median. Views of one exposure differ in few bits, others in about half.
 *
 * @param a bits of the first four rows
 * @param b of the next
 * @param c of the next
 * @param d of the last
 */
record ViewHash(long a, long b, long c, long d) {

  private static final int SIDE = 64;
  private static final int CELLS = 16;
  private static final double FINE = 1.5;
  private static final double COARSE = 8;

  /** The hashes of a picture in all orientations, in their order. */
  static List<ViewHash> of(GreyPicture picture) {
    float[] cells = cells(picture);
    float[] sorted = cells.clone();
    Arrays.sort(sorted);
    float median = (sorted[CELLS * CELLS / 2 - 1] + sorted[CELLS * CELLS / 2]) / 2;
    return Arrays.stream(Orientation.values())
        .map(orientation -> bits(orientation.of(cells, CELLS, CELLS), median))
        .toList();
  }

  /**
   * Number of bits that differ, 0 to 256; what exceeds the limit after half of them is not added
   * up.
   */
  int distance(ViewHash other, int limit) {
    int half = Long.bitCount(a ^ other.a) + Long.bitCount(b ^ other.b);
    return half > limit ? half : half + Long.bitCount(c ^ other.c) + Long.bitCount(d ^ other.d);
  }

  private static float[] cells(GreyPicture picture) {
    float[] greys = picture.resized(SIDE, SIDE).values();
    float[] texture = GaussianBlur.of(greys, SIDE, SIDE, FINE);
    float[] coarse = GaussianBlur.of(greys, SIDE, SIDE, COARSE);
    float[] squares = new float[greys.length];
    for (int i = 0; i < greys.length; i++) {
      texture[i] -= coarse[i];
      squares[i] = texture[i] * texture[i];
    }
    float[] variance = GaussianBlur.of(squares, SIDE, SIDE, 1.5 * COARSE);
    boolean[] film = Texture.film(greys, SIDE, SIDE);
    float[] cells = new float[CELLS * CELLS];
    int step = SIDE / CELLS;
    for (int i = 0; i < greys.length; i++) {
      int cell = i / SIDE / step * CELLS + i % SIDE / step;
      cells[cell] += film[i] ? texture[i] / (float) (Math.sqrt(variance[i]) + 1) : 0;
    }
    return cells;
  }

  private static ViewHash bits(float[] cells, float median) {
    long[] words = new long[4];
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] > median) {
        words[i / 64] |= 1L << i % 64;
      }
    }
    return new ViewHash(words[0], words[1], words[2], words[3]);
  }
}
