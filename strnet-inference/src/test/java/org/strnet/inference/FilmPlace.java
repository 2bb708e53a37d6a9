package org.strnet.inference;

import java.util.SplittableRandom;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.pixels.PixelSpecification;
import org.strnet.radiograph.Radiograph;

/**
 * A film and where its knee is taken to be.
 *
 * @param film the film
 * @param region where the network is made to look
 */
record FilmPlace(Radiograph film, KneeRegion region) {

  private static final int NOISE_SIDE = 500;

  /** The largest square in the middle, taken for a knee. */
  static FilmPlace square(Radiograph film, PixelSpecification pixels) {
    double side = Math.min(film.width(), film.height()) / pixels.cropWidths();
    return new FilmPlace(
        film, KneeRegion.annotated(0.5, 0.5, side / film.width(), FibulaSide.RIGHT));
  }

  /** Bone dark. */
  FilmPlace inverted() {
    int most = (1 << film.bits()) - 1;
    short[] samples = new short[film.width() * film.height()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (most - film.sample(i % film.width(), i / film.width()));
    }
    return new FilmPlace(Radiograph.of(film.width(), film.height(), film.bits(), samples), region);
  }

  /** Clockwise: the point (x, y) goes to (height - 1 - y, x). */
  FilmPlace turned() {
    int width = film.height();
    short[] samples = new short[width * film.width()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) film.sample(i / width, width - 1 - i % width);
    }
    return new FilmPlace(
        Radiograph.of(width, film.width(), film.bits(), samples),
        KneeRegion.annotated(
            1 - region.cy(),
            region.cx(),
            region.plateauWidth() * film.width() / width,
            region.fibulaSide()));
  }

  /** Gaussian noise around mid-grey, drawn every few pixels and straight between. */
  static FilmPlace noise(SplittableRandom random, int block) {
    int blocks = NOISE_SIDE / block + 2;
    double[] knots = new double[blocks * blocks];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = 128 + 40 * random.nextGaussian();
    }
    short[] samples = new short[NOISE_SIDE * NOISE_SIDE];
    for (int i = 0; i < samples.length; i++) {
      int column = i % NOISE_SIDE;
      int row = i / NOISE_SIDE;
      double x = column / (double) block;
      double y = row / (double) block;
      int at = row / block * blocks + column / block;
      double right = x - Math.floor(x);
      double down = y - Math.floor(y);
      double value =
          (1 - down) * ((1 - right) * knots[at] + right * knots[at + 1])
              + down * ((1 - right) * knots[at + blocks] + right * knots[at + blocks + 1]);
      samples[i] = (short) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new FilmPlace(
        Radiograph.of(NOISE_SIDE, NOISE_SIDE, 8, samples),
        KneeRegion.annotated(0.5, 0.5, 0.7, FibulaSide.RIGHT));
  }
}
