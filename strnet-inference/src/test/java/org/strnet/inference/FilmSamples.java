package org.strnet.inference;

import java.util.function.DoubleUnaryOperator;
import org.strnet.radiograph.Radiograph;

/** A film's values as floating point, for changing them. */
record FilmSamples(int width, int height, int bits, double[] values) {

  static FilmSamples of(Radiograph film) {
    double[] values = new double[film.width() * film.height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = film.sample(i % film.width(), i / film.width());
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

  /** Along rows, then along columns; values beyond the border are those at it. */
  FilmSamples blurred(double sd) {
    return sd == 0 ? this : along(sd, 1, 0).along(sd, 0, 1);
  }

  private FilmSamples along(double sd, int dx, int dy) {
    int reach = (int) Math.ceil(3 * sd);
    double[] changed = new double[values.length];
    double total = 0;
    for (int step = -reach; step <= reach; step++) {
      double weight = Math.exp(-step * step / (2 * sd * sd));
      total += weight;
      for (int i = 0; i < values.length; i++) {
        changed[i] += weight * at(i % width + step * dx, i / width + step * dy);
      }
    }
    double sum = total;
    return new FilmSamples(width, height, bits, changed).map(value -> value / sum);
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
