package org.strnet.phantom;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of draws that follows from a seed, a number and a purpose alone. Streams of different
 * purposes are independent, so that a further draw in one does not move another.
 */
final class Draws {

  /** What a stream is drawn for. */
  enum Purpose {
    /** Who the patient is. */
    PATIENT(1),
    /** The knee's shape and bone. */
    ANATOMY(2),
    /** How the film is framed. */
    FRAMING(3),
    /** Beam, detector and display. */
    EXPOSURE(4),
    /** Quantum noise. */
    NOISE(5);

    private final long stream;

    Purpose(long stream) {
      this.stream = stream;
    }
  }

  private final UniformRandomProvider random;
  private final SharedStateContinuousSampler gaussian;

  private Draws(long seed) {
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    gaussian = ZigguratSampler.NormalizedGaussian.of(random);
  }

  static Draws of(long seed, long number, Purpose purpose) {
    long mixed = mix(seed + 0x9e3779b97f4a7c15L * (number + 1));
    return new Draws(mix(mixed + 0x9e3779b97f4a7c15L * purpose.stream));
  }

  /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA). */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  UniformRandomProvider uniform() {
    return random;
  }

  /** Uniform between two values. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Standard normal. */
  double normal() {
    return gaussian.sample();
  }

  /** Normal with mean and SD. */
  double normal(double mean, double sd) {
    return mean + sd * gaussian.sample();
  }

  /** Normal, drawn again until it lies between two values. */
  double normal(double mean, double sd, double low, double high) {
    for (int i = 0; i < 1000; i++) {
      double value = normal(mean, sd);
      if (value >= low && value <= high) {
        return value;
      }
    }
    return Math.min(high, Math.max(low, mean));
  }
}
