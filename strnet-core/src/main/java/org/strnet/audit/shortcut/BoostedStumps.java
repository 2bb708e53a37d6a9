package org.strnet.audit.shortcut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Gradient boosting of one-split trees on the log-loss (Friedman 2001, Annals of Statistics
 * 29:1189, algorithm 5): additive in the features and indifferent to their scale, so that a family
 * of film sizes is found as a band of widths. No randomness.
 */
final class BoostedStumps implements Learner {

  private static final int ROUNDS = 60;
  private static final double SHRINKAGE = 0.1;
  private static final int SMALLEST_LEAF = 5;

  /** One split: a film at or below the threshold adds the left value to its score. */
  private record Stump(int feature, double threshold, double left, double right) {
    double value(double[] features) {
      return features[feature] <= threshold ? left : right;
    }
  }

  @Override
  public ToDoubleFunction<double[]> fit(double[][] features, boolean[] labels) {
    int[][] orders = new int[features[0].length][];
    for (int f = 0; f < orders.length; f++) {
      orders[f] = order(features, f);
    }
    double[] scores = new double[labels.length];
    List<Stump> stumps = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double[] residuals = new double[labels.length];
      double[] weights = new double[labels.length];
      for (int i = 0; i < labels.length; i++) {
        double p = 1 / (1 + Math.exp(-scores[i]));
        residuals[i] = (labels[i] ? 1 : 0) - p;
        weights[i] = p * (1 - p);
      }
      Stump stump = best(features, orders, residuals, weights);
      stumps.add(stump);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += stump.value(features[i]);
      }
    }
    return film -> stumps.stream().mapToDouble(stump -> stump.value(film)).sum();
  }

  /** Films by value; of equal values in the order of the films, which does not matter. */
  private static int[] order(double[][] features, int feature) {
    return IntStream.range(0, features.length)
        .boxed()
        .sorted((a, b) -> Double.compare(features[a][feature], features[b][feature]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The split that lowers the loss most to second order; none gives a stump that says nothing. */
  private static Stump best(
      double[][] features, int[][] orders, double[] residuals, double[] weights) {
    double residual = Arrays.stream(residuals).sum();
    double weight = Arrays.stream(weights).sum();
    double least = residual * residual / weight + 1e-9;
    Stump best = new Stump(0, 0, 0, 0);
    for (int f = 0; f < orders.length; f++) {
      int[] order = orders[f];
      double leftResidual = 0;
      double leftWeight = 0;
      for (int i = 0; i + 1 < order.length; i++) {
        leftResidual += residuals[order[i]];
        leftWeight += weights[order[i]];
        double here = features[order[i]][f];
        double next = features[order[i + 1]][f];
        if (here == next || i + 1 < SMALLEST_LEAF || order.length - i - 1 < SMALLEST_LEAF) {
          continue;
        }
        double rightResidual = residual - leftResidual;
        double rightWeight = weight - leftWeight;
        double gain =
            leftResidual * leftResidual / leftWeight + rightResidual * rightResidual / rightWeight;
        if (gain > least) {
          least = gain;
          best =
              new Stump(
                  f,
                  here + (next - here) / 2,
                  SHRINKAGE * leftResidual / leftWeight,
                  SHRINKAGE * rightResidual / rightWeight);
        }
      }
    }
    return best;
  }
}
