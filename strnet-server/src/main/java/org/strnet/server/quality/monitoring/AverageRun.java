package org.strnet.server.quality.monitoring;

/**
 * How many films a CUSUM of yes or no takes on average until it signals, exactly, by its Markov
 * chain (Brook and Evans 1972, Biometrika 59:539).
 *
 * <p>The chain's states are the sums 0 to limit - 1. From a sum {@code i} it goes to {@code i +
 * rise} with the probability of a rise, else to {@code max(0, i - fall)}; at the limit it ends. The
 * run lengths {@code L} solve {@code L = 1 + Q L}; the matrix is a band, so elimination stays
 * cheap.
 */
final class AverageRun {

  private AverageRun() {}

  /**
   * From a sum of 0.
   *
   * @param probability of a rise, between 0 and 1
   * @param rise whole steps up, at least 1
   * @param fall whole steps down, at least 1
   * @param limit the sum that signals, at least 1
   */
  static double of(double probability, int rise, int fall, int limit) {
    int width = rise + fall + 1;
    // Row i holds columns i - fall to i + rise.
    double[][] band = new double[limit][width];
    double[] right = new double[limit];
    for (int i = 0; i < limit; i++) {
      right[i] = 1;
      band[i][fall] = 1;
      if (i + rise < limit) {
        band[i][fall + rise] -= probability;
      }
      band[i][fall + Math.max(0, i - fall) - i] -= 1 - probability;
    }
    eliminate(band, right, rise, fall);
    return solve(band, right, rise, fall);
  }

  /** No pivots are needed: each diagonal is at least the sum of the rest of its row. */
  private static void eliminate(double[][] band, double[] right, int rise, int fall) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row <= Math.min(n - 1, pivot + fall); row++) {
        double factor = band[row][fall + pivot - row] / band[pivot][fall];
        if (factor == 0) {
          continue;
        }
        int shift = pivot - row;
        for (int column = fall; column <= fall + rise; column++) {
          band[row][column + shift] -= factor * band[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
  }

  private static double solve(double[][] band, double[] right, int rise, int fall) {
    int n = right.length;
    double[] run = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = right[row];
      for (int step = 1; step <= rise && row + step < n; step++) {
        sum -= band[row][fall + step] * run[row + step];
      }
      run[row] = sum / band[row][fall];
    }
    return run[0];
  }
}
