package org.strnet.inference;

import java.util.function.DoubleUnaryOperator;
import org.strnet.radiograph.Radiograph;

/** A film's values as floating point, for changing them. */
record FilmSamples(int width, int height, int bits, double[] values) {

  static FilmSamples of(Radiograph film) {
    double[] values = new double[film.width() * film.height()];
    int[] row = new int[film.width()];
    for (int y = 0; y < film.height(); y++) {
      film.copyRow(y, 0, row);
      for (int x = 0; x < row.length; x++) {
        values[y * row.length + x] = row[x];
      }
    }
    return new FilmSamples(film.width(), film.height(), film.bits(), values);
  }

  /** Rounded, and cut off at 0 and the largest value. */
  Radiograph film() {
    int most = (1 << bits) - 1;
    short[] samples = new short[values.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.max(0, Math.min(most, Math.round(values[i])));
    }
    return Radiograph.of(width, height, bits, samples);
  }

  FilmSamples map(DoubleUnaryOperator change) {
    double[] changed = new double[values.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = change.applyAsDouble(values[i]);
    }
    return new FilmSamples(width, height, bits, changed);
  }

  FilmSamples mirrored() {
    double[] changed = new double[values.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = values[i / width * width + width - 1 - i % width];
    }
    return new FilmSamples(width, height, bits, changed);
  }

  /**
   * Nearly a Gaussian: three running means of {@code 2 r + 1} values along rows and along columns,
   * whose variances add up to {@code r (r + 1)}. Values beyond the border are those at it.
   */
  FilmSamples blurred(double sd) {
    int reach = (int) Math.round((Math.sqrt(1 + 4 * sd * sd) - 1) / 2);
    double[] changed = values.clone();
    for (int time = 0; time < 3 && reach > 0; time++) {
      for (int y = 0; y < height; y++) {
        mean(changed, y * width, 1, width, reach);
      }
      for (int x = 0; x < width; x++) {
        mean(changed, x, width, height, reach);
      }
    }
    return new FilmSamples(width, height, bits, changed);
  }

  private static void mean(double[] values, int from, int step, int count, int reach) {
    double[] line = new double[count + 2 * reach];
    for (int i = 0; i < line.length; i++) {
      line[i] = values[from + step * Math.max(0, Math.min(count - 1, i - reach))];
    }
    double sum = 0;
    for (int i = 0; i < 2 * reach; i++) {
      sum += line[i];
    }
    for (int i = 0; i < count; i++) {
      sum += line[i + 2 * reach];
      values[from + step * i] = sum / (2 * reach + 1);
      sum -= line[i];
    }
  }

  /**
   * The middle of the film, resampled straight between neighbours.
   *
   * @param kept share of each side that is kept
   * @param scale pixels of the result for each that is kept
   * @param degrees turned counter-clockwise; what comes from beyond the film is 0
   */
  Radiograph warped(double kept, double scale, double degrees) {
    int wide = Math.max(1, (int) Math.round(width * kept * scale));
    int high = Math.max(1, (int) Math.round(height * kept * scale));
    double cosine = Math.cos(Math.toRadians(degrees)) / scale;
    double sine = Math.sin(Math.toRadians(degrees)) / scale;
    double[] changed = new double[wide * high];
    for (int i = 0; i < changed.length; i++) {
      double x = i % wide - (wide - 1) / 2.0;
      double y = Math.floorDiv(i, wide) - (high - 1) / 2.0;
      changed[i] =
          between(
              (width - 1) / 2.0 + cosine * x - sine * y,
              (height - 1) / 2.0 + sine * x + cosine * y);
    }
    return new FilmSamples(wide, high, bits, changed).film();
  }

  private double between(double x, double y) {
    if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) {
      return 0;
    }
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    return (1 - down) * ((1 - right) * at(left, top) + right * at(left + 1, top))
        + down * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
  }

  private double at(int x, int y) {
    return values[
        Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
  }
}
