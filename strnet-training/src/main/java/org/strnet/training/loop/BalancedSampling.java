package org.strnet.training.loop;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws the films of an epoch so that each stratum (status within framing, say) is seen more
 * equally often than it occurs: a film's expected visits are proportional to {@code n^-strength}, n
 * being the size of its stratum; strength 0 visits every film once, 1 gives every stratum the same
 * share.
 *
 * <p>Without balancing an epoch is a permutation. With it, films are drawn by systematic
 * resampling, so that a film expected twice is seen once to three times and never by luck ten
 * times.
 */
public final class BalancedSampling {

  private final double[] expected;
  private final long seed;

  /**
   * @param strata the stratum of each film
   * @param strength 0 for none to 1 for equal shares of all strata
   * @param seed of the run
   */
  public BalancedSampling(List<String> strata, double strength, long seed) {
    if (strata.isEmpty() || !(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException(
          "needs films and a strength in [0, 1], found %d and %s"
              .formatted(strata.size(), strength));
    }
    this.expected = expectedVisits(strata, strength);
    this.seed = seed;
  }

  /** How often each film is expected in one epoch; the sum is the number of films. */
  public double[] expectedVisits() {
    return expected.clone();
  }

  /** The films of an epoch in their order, as indices; as many draws as there are films. */
  public int[] epoch(int epoch) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 7919L * (epoch + 1));
    int[] draws = resample(random);
    shuffle(draws, random);
    return draws;
  }

  /** Systematic resampling over the films in a random order. */
  private int[] resample(SplittableRandom random) {
    int n = expected.length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    int[] draws = new int[n];
    double next = random.nextDouble();
    double reached = 0;
    int drawn = 0;
    for (int film : order) {
      reached += expected[film];
      while (drawn < n && next < reached) {
        draws[drawn++] = film;
        next += 1;
      }
    }
    Arrays.fill(draws, drawn, n, order[n - 1]);
    return draws;
  }

  private static void shuffle(int[] films, SplittableRandom random) {
    for (int i = films.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = films[i];
      films[i] = films[j];
      films[j] = kept;
    }
  }

  private static double[] expectedVisits(List<String> strata, double strength) {
    Map<String, Integer> counts = new HashMap<>();
    strata.forEach(stratum -> counts.merge(stratum, 1, Integer::sum));
    double[] visits = new double[strata.size()];
    double total = 0;
    for (int i = 0; i < visits.length; i++) {
      visits[i] = Math.pow(counts.getOrDefault(strata.get(i), 1), -strength);
      total += visits[i];
    }
    for (int i = 0; i < visits.length; i++) {
      visits[i] *= visits.length / total;
    }
    return visits;
  }
}
