package org.strnet.training.finder.scene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells negatives (bone dark) among crops of one framing: they correlate negatively with the mean
 * of all, because most are positives.
 */
public final class MeanPicture {

  private static final int SIDE = 24;

  private MeanPicture() {}

  /** The crops whose correlation with the mean crop is positive. */
  public static List<FinderFilm> withoutNegatives(List<FinderFilm> crops) {
    List<float[]> pictures = crops.stream().map(crop -> standardised(crop.film())).toList();
    float[] mean = new float[SIDE * SIDE];
    for (float[] picture : pictures) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += picture[i];
      }
    }
    return IntStream.range(0, crops.size())
        .filter(n -> product(pictures.get(n), mean) > 0)
        .mapToObj(crops::get)
        .toList();
  }

  /** Reduced to 24 x 24, mean 0, length 1 (all 0 for an even picture). */
  private static float[] standardised(ReducedFilm film) {
    float[] picture = new float[SIDE * SIDE];
    int level = film.level((double) film.width() / SIDE);
    for (int i = 0; i < picture.length; i++) {
      double x = (i % SIDE + 0.5) * film.width() / SIDE;
      double y = (Math.floorDiv(i, SIDE) + 0.5) * film.height() / SIDE;
      picture[i] = film.grey(x, y, level);
    }
    double mean = 0;
    for (float value : picture) {
      mean += value / picture.length;
    }
    for (int i = 0; i < picture.length; i++) {
      picture[i] -= (float) mean;
    }
    double length = Math.sqrt(product(picture, picture));
    if (length == 0) {
      Arrays.fill(picture, 0);
      return picture;
    }
    for (int i = 0; i < picture.length; i++) {
      picture[i] /= (float) length;
    }
    return picture;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
