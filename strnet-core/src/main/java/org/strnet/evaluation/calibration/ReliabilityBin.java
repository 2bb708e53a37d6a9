package org.strnet.evaluation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Films of similar probability.
 *
 * @param low lower edge; films on it belong to the bin below, in the first bin to it
 * @param high upper edge; films on it belong to this bin
 * @param n films, at least 1
 * @param positives of them with a positive label
 * @param meanProbability of the films
 */
public record ReliabilityBin(
    double low, double high, int n, int positives, double meanProbability) {

  /** Share of positive films with its Wilson interval. */
  public Estimate observed() {
    return ConfusionCounts.proportion(positives, n, "needs films");
  }

  /** How far the share lies from the mean probability, 0 to 1. */
  public double gap() {
    return Math.abs((double) positives / n - meanProbability);
  }

  /**
   * The bins between edges that hold films.
   *
   * @param edges rising, the first not above and the last not below any probability
   */
  static List<ReliabilityBin> between(double[] edges, PredictedProbabilities films) {
    int bins = edges.length - 1;
    int[] n = new int[bins];
    int[] positives = new int[bins];
    double[] sum = new double[bins];
    double[] inner = Arrays.copyOfRange(edges, 1, bins);
    for (int film = 0; film < films.size(); film++) {
      int bin = below(inner, films.value(film));
      n[bin]++;
      positives[bin] += films.isPositive(film) ? 1 : 0;
      sum[bin] += films.value(film);
    }
    List<ReliabilityBin> held = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (n[bin] > 0) {
        held.add(
            new ReliabilityBin(
                edges[bin], edges[bin + 1], n[bin], positives[bin], sum[bin] / n[bin]));
      }
    }
    return List.copyOf(held);
  }

  /** How many edges lie below a value. */
  private static int below(double[] edges, double value) {
    int count = 0;
    while (count < edges.length && edges[count] < value) {
      count++;
    }
    return count;
  }
}
