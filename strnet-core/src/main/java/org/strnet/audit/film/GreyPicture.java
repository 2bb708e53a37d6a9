package org.strnet.audit.film;

import org.strnet.radiograph.Radiograph;

/**
 * A film reduced to a small picture of 8 bits, aspect kept: enough to recognise an exposure, and
 * about 13 kB a film.
 */
public final class GreyPicture {

  /** The longer side of a reduced film in pixels. */
  public static final int LONGEST = 160;

  private final int width;
  private final int height;
  private final byte[] greys;

  private GreyPicture(int width, int height, byte[] greys) {
    this.width = width;
    this.height = height;
    this.greys = greys;
  }

  /**
   * A picture of grey values.
   *
   * @param greys {@code width * height} values 0 to 255, row by row; values outside are clipped
   */
  public static GreyPicture of(int width, int height, float[] greys) {
    if (width < 1 || height < 1 || greys.length != width * height) {
      throw new IllegalArgumentException(
          "a picture of %d x %d has as many values, found %d"
              .formatted(width, height, greys.length));
    }
    byte[] bytes = new byte[greys.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, greys[i])));
    }
    return new GreyPicture(width, height, bytes);
  }

  /** Area means of a film, its darkest to its brightest mean spread over 0 to 255. */
  public static GreyPicture of(Radiograph film) {
    double scale = Math.min(1, LONGEST / (double) Math.max(film.width(), film.height()));
    int width = Math.max(1, (int) Math.round(film.width() * scale));
    int height = Math.max(1, (int) Math.round(film.height() * scale));
    float[] means = means(film, width, height);
    float darkest = Float.POSITIVE_INFINITY;
    float brightest = 0;
    for (float mean : means) {
      darkest = Math.min(darkest, mean);
      brightest = Math.max(brightest, mean);
    }
    float gain = 255 / Math.max(1, brightest - darkest);
    for (int i = 0; i < means.length; i++) {
      means[i] = (means[i] - darkest) * gain;
    }
    return of(width, height, means);
  }

  private static float[] means(Radiograph film, int width, int height) {
    float[] means = new float[width * height];
    double cellHeight = film.height() / (double) height;
    double cellWidth = film.width() / (double) width;
    float[] sums = new float[film.width()];
    double[] running = new double[film.width() + 1];
    for (int row = 0; row < height; row++) {
      double top = row * cellHeight;
      double bottom = Math.min(film.height(), (row + 1) * cellHeight);
      java.util.Arrays.fill(sums, 0);
      for (int y = (int) top; y < bottom; y++) {
        double share = Math.min(bottom, y + 1.0) - Math.max(top, y);
        film.addRow(y, 0, sums.length, (float) share, sums);
      }
      for (int x = 0; x < sums.length; x++) {
        running[x + 1] = running[x] + sums[x];
      }
      for (int column = 0; column < width; column++) {
        double sum = upTo(running, (column + 1) * cellWidth) - upTo(running, column * cellWidth);
        means[row * width + column] = (float) (sum / (cellWidth * (bottom - top)));
      }
    }
    return means;
  }

  private static double upTo(double[] running, double x) {
    int whole = Math.min(running.length - 2, (int) x);
    return running[whole] + Math.min(1, x - whole) * (running[whole + 1] - running[whole]);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The grey value at a column and a row, 0 to 255. */
  public int grey(int x, int y) {
    return greys[y * width + x] & 0xff;
  }

  /** All grey values, row by row. */
  public float[] values() {
    float[] values = new float[greys.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = greys[i] & 0xff;
    }
    return values;
  }

  /** The part from a column and a row on. */
  public GreyPicture part(int left, int top, int partWidth, int partHeight) {
    byte[] part = new byte[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(greys, (top + y) * width + left, part, y * partWidth, partWidth);
    }
    return new GreyPicture(partWidth, partHeight, part);
  }

  /** The picture in another size: area means when it shrinks, interpolated when it grows. */
  public GreyPicture resized(int newWidth, int newHeight) {
    float[] narrow = resizedRows(values(), width, height, newWidth);
    float[] turned = resizedRows(transposed(narrow, newWidth, height), height, newWidth, newHeight);
    return of(newWidth, newHeight, transposed(turned, newHeight, newWidth));
  }

  private static float[] transposed(float[] values, int width, int height) {
    float[] turned = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = values[y * width + x];
      }
    }
    return turned;
  }

  /** A tent as wide as the coarser of the two grids, centred on each new pixel. */
  private static float[] resizedRows(float[] values, int width, int height, int newWidth) {
    float[] result = new float[newWidth * height];
    double step = width / (double) newWidth;
    double reach = Math.max(1, step);
    for (int x = 0; x < newWidth; x++) {
      double centre = (x + 0.5) * step - 0.5;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(width - 1, (int) Math.floor(centre + reach));
      double total = 0;
      for (int i = first; i <= last; i++) {
        total += reach - Math.abs(i - centre);
      }
      for (int i = first; i <= last && total > 0; i++) {
        float weight = (float) ((reach - Math.abs(i - centre)) / total);
        for (int y = 0; y < height; y++) {
          result[y * newWidth + x] += weight * values[y * width + i];
        }
      }
    }
    return result;
  }
}
