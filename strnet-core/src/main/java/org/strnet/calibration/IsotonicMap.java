package org.strnet.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A rising map through knots, straight between them and level beyond the first and the last
 * (Zadrozny and Elkan 2002, KDD 694; between knots as scikit-learn does).
 *
 * @param logits at least one, finite, rising strictly
 * @param probabilities one per logit, above 0 and below 1, never falling
 */
public record IsotonicMap(double[] logits, double[] probabilities) implements CalibrationMap {

  /** Copies and checks. */
  public IsotonicMap {
    if (logits.length == 0 || logits.length != probabilities.length) {
      throw new IllegalArgumentException(
          "needs knots, one probability per logit; found %d and %d"
              .formatted(probabilities.length, logits.length));
    }
    for (int i = 0; i < logits.length; i++) {
      if (!Double.isFinite(logits[i]) || (i > 0 && logits[i] <= logits[i - 1])) {
        throw new IllegalArgumentException(
            "logits must be finite and rise, found " + Arrays.toString(logits));
      }
      // Certainty is not something that a finite number of films can teach.
      if (!(probabilities[i] > 0 && probabilities[i] < 1)
          || (i > 0 && probabilities[i] < probabilities[i - 1])) {
        throw new IllegalArgumentException(
            "probabilities must be above 0, below 1 and not fall, found "
                + Arrays.toString(probabilities));
      }
    }
    logits = logits.clone();
    probabilities = probabilities.clone();
  }

  /**
   * The least squares fit on films the network was not fitted to. Its probabilities are kept
   * between {@code 1 / (n + 2)} and {@code (n + 1) / (n + 2)}: a run of n films of one label does
   * not make the next one certain (Laplace's rule of succession). It has as many parameters as
   * blocks: on few films it follows chance, and {@link LogitScalingFit} is the better choice.
   *
   * @param logits finite, one per film, at least one
   * @param labels one per film
   */
  public static IsotonicMap fit(double[] logits, boolean[] labels) {
    List<PoolAdjacentViolators.Block> blocks = PoolAdjacentViolators.blocks(logits, labels);
    double least = 1.0 / (logits.length + 2);
    double[] knots = new double[2 * blocks.size()];
    double[] probabilities = new double[knots.length];
    int count = 0;
    for (PoolAdjacentViolators.Block block : blocks) {
      double probability = Math.max(least, Math.min(1 - least, block.value()));
      knots[count] = block.low();
      probabilities[count++] = probability;
      if (block.high() > block.low()) {
        knots[count] = block.high();
        probabilities[count++] = probability;
      }
    }
    return new IsotonicMap(Arrays.copyOf(knots, count), Arrays.copyOf(probabilities, count));
  }

  /** A copy of the logits. */
  @Override
  public double[] logits() {
    return logits.clone();
  }

  /** A copy of the probabilities. */
  @Override
  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public double probability(double logit) {
    if (Double.isNaN(logit)) {
      throw new IllegalArgumentException("a logit must be a number, found NaN");
    }
    int place = Arrays.binarySearch(logits, logit);
    if (place >= 0) {
      return probabilities[place];
    }
    int above = -place - 1;
    if (above == 0 || above == logits.length) {
      return probabilities[Math.min(above, logits.length - 1)];
    }
    double share = (logit - logits[above - 1]) / (logits[above] - logits[above - 1]);
    double rise = probabilities[above] - probabilities[above - 1];
    return Math.min(probabilities[above], probabilities[above - 1] + share * rise);
  }

  @Override
  public <T> T fold(Function<LogitScaling, T> scaling, Function<IsotonicMap, T> isotonic) {
    return isotonic.apply(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IsotonicMap map
        && Arrays.equals(logits, map.logits)
        && Arrays.equals(probabilities, map.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(logits) + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "IsotonicMap[logits=%s, probabilities=%s]"
        .formatted(Arrays.toString(logits), Arrays.toString(probabilities));
  }
}
