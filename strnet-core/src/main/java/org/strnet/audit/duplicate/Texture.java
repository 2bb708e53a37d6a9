package org.strnet.audit.duplicate;

import org.strnet.audit.film.GreyPicture;

/**
 * Fine structure of a picture: differences of Gaussians over their local standard deviation, so
 * that contrast, window and vignette do not matter. Borders, burned-in blocks and empty background
 * are masked: two films framed alike must not look alike for it.
 *
 * @param width columns
 * @param height rows
 * @param values -3 to 3, 0 where masked
 * @param mask 1 where there is film, 0 elsewhere
 * @param masked number of points with mask 1
 */
record Texture(int width, int height, float[] values, float[] mask, int masked) {

  private static final double FINE = 0.7;
  private static final double COARSE = 2;
  private static final int BLACK = 12;
  private static final int WHITE = 245;
  private static final double FLAT = 0.7;
  private static final float LIMIT = 3;

  static Texture of(GreyPicture picture) {
    int width = picture.width();
    int height = picture.height();
    float[] greys = picture.values();
    float[] texture = GaussianBlur.of(greys, width, height, FINE);
    float[] coarse = GaussianBlur.of(greys, width, height, COARSE);
    float[] squares = new float[greys.length];
    for (int i = 0; i < greys.length; i++) {
      texture[i] -= coarse[i];
      squares[i] = texture[i] * texture[i];
    }
    float[] variance = GaussianBlur.of(squares, width, height, 2 * COARSE);
    boolean[] film = film(greys, width, height);
    float[] mask = new float[greys.length];
    int masked = 0;
    for (int i = 0; i < greys.length; i++) {
      if (film[i]) {
        mask[i] = 1;
        masked++;
        float scaled = texture[i] / (float) (Math.sqrt(variance[i]) + 0.5);
        texture[i] = Math.max(-LIMIT, Math.min(LIMIT, scaled));
      } else {
        texture[i] = 0;
      }
    }
    return new Texture(width, height, texture, mask, masked);
  }

  /** Where there is film: not black, not white, and no point beside is flat. */
  static boolean[] film(float[] greys, int width, int height) {
    float[] slopes = new float[greys.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float across =
            greys[y * width + Math.min(width - 1, x + 1)] - greys[y * width + Math.max(0, x - 1)];
        float down =
            greys[Math.min(height - 1, y + 1) * width + x] - greys[Math.max(0, y - 1) * width + x];
        slopes[y * width + x] = (Math.abs(across) + Math.abs(down)) / 2;
      }
    }
    float[] activity = GaussianBlur.of(slopes, width, height, 2);
    boolean[] film = new boolean[greys.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        film[i] =
            greys[i] > BLACK
                && greys[i] < WHITE
                && activity[i] >= FLAT
                && activity[y * width + Math.max(0, x - 1)] >= FLAT
                && activity[y * width + Math.min(width - 1, x + 1)] >= FLAT
                && activity[Math.max(0, y - 1) * width + x] >= FLAT
                && activity[Math.min(height - 1, y + 1) * width + x] >= FLAT;
      }
    }
    return film;
  }

  /**
   * Correlation with another texture laid over this one, over the points that are film on both.
   *
   * @param left column of this texture on which the other's first column lies
   * @param top row on which its first row lies
   * @return -1 to 1, or -1 where fewer than {@code least} points are film on both
   */
  double correlation(Texture other, int left, int top, double least) {
    double shared = 0;
    double own = 0;
    double others = 0;
    int points = 0;
    int from = Math.max(0, -left);
    int to = Math.min(other.width, width - left);
    for (int y = Math.max(0, -top); y < Math.min(other.height, height - top); y++) {
      int there = y * other.width;
      int here = (y + top) * width + left;
      float rowShared = 0;
      float rowOwn = 0;
      float rowOthers = 0;
      float rowPoints = 0;
      for (int x = from; x < to; x++) {
        float both = mask[here + x] * other.mask[there + x];
        float a = values[here + x];
        float b = other.values[there + x];
        rowShared += a * b;
        rowOwn += a * a * both;
        rowOthers += b * b * both;
        rowPoints += both;
      }
      shared += rowShared;
      own += rowOwn;
      others += rowOthers;
      points += (int) rowPoints;
    }
    return points < least || own == 0 || others == 0 ? -1 : shared / Math.sqrt(own * others);
  }
}
