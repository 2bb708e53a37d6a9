package org.strnet.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Isotonic regression of labels on a score: the never falling function with the least squared
 * error, found by pooling neighbours that fall (Ayer et al. 1955, Annals of Mathematical Statistics
 * 26:641). Films of one score are one point. {@code O(n log n)}.
 */
public final class PoolAdjacentViolators {

  private PoolAdjacentViolators() {}

  /**
   * Neighbouring scores that share a fitted value.
   *
   * @param low lowest score
   * @param high highest score
   * @param value weighted share of positive films, 0 to 1
   * @param weight of the films, above 0
   */
  public record Block(double low, double high, double value, double weight) {

    private Block joined(Block next) {
      double both = weight + next.weight;
      return new Block(low, next.high, (value * weight + next.value * next.weight) / both, both);
    }
  }

  /** The blocks of films of equal weight, lowest score first; values rise strictly. */
  public static List<Block> blocks(double[] scores, boolean[] positive) {
    double[] weights = new double[scores.length];
    Arrays.fill(weights, 1);
    return blocks(scores, positive, weights);
  }

  /**
   * The blocks, lowest score first; values rise strictly.
   *
   * @param scores finite, one per film
   * @param positive one per film
   * @param weights trust in the labels, finite and not negative; a film of weight 0 is left out
   */
  public static List<Block> blocks(double[] scores, boolean[] positive, double[] weights) {
    List<Block> pooled = new ArrayList<>();
    for (Block point : points(scores, positive, weights)) {
      Block last = point;
      while (!pooled.isEmpty() && pooled.get(pooled.size() - 1).value >= last.value) {
        last = pooled.remove(pooled.size() - 1).joined(last);
      }
      pooled.add(last);
    }
    return List.copyOf(pooled);
  }

  /** One block per distinct score. */
  private static List<Block> points(double[] scores, boolean[] positive, double[] weights) {
    if (positive.length != scores.length || weights.length != scores.length) {
      throw new IllegalArgumentException(
          "one label and one weight per score, found %d, %d, %d"
              .formatted(scores.length, positive.length, weights.length));
    }
    List<Block> films = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i]) || !(weights[i] >= 0) || Double.isInfinite(weights[i])) {
        throw new IllegalArgumentException(
            "scores and weights must be finite, weights not negative; found %s, %s"
                .formatted(scores[i], weights[i]));
      }
      if (weights[i] > 0) {
        films.add(new Block(scores[i], scores[i], positive[i] ? 1 : 0, weights[i]));
      }
    }
    films.sort(Comparator.comparingDouble(Block::low));
    List<Block> points = new ArrayList<>();
    for (Block film : films) {
      int last = points.size() - 1;
      if (last >= 0 && points.get(last).low == film.low) {
        points.set(last, points.get(last).joined(film));
      } else {
        points.add(film);
      }
    }
    return points;
  }
}
