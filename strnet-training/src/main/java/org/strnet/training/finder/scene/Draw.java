package org.strnet.training.finder.scene;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from the distributions that scenes are made of; all from one seeded stream. */
final class Draw {

  private final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The stream of one numbered sample: neighbours share nothing. */
  static Draw of(long seed, long number) {
    return new Draw(new SplittableRandom(seed).nextLong() ^ (number * 0x9E3779B97F4A7C15L));
  }

  /** Uniform between two bounds. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Normal. */
  double normal(double mean, double standardDeviation) {
    return mean + standardDeviation * random.nextGaussian();
  }

  /** Normal, drawn values beyond a distance from the mean put at that distance. */
  double normal(double mean, double standardDeviation, double farthest) {
    double deviation = standardDeviation * random.nextGaussian();
    return mean + Math.max(-farthest, Math.min(farthest, deviation));
  }

  /** True in this share of draws. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of a list. */
  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A background's grey value: mostly dark, at times white paper, at times anything. */
  float background() {
    double kind = random.nextDouble();
    return (float)
        (kind < 0.6 ? between(0, 30) : kind < 0.75 ? between(200, 255) : between(0, 255));
  }
}
