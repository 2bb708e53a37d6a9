package org.strnet.evaluation.discrimination;

import java.util.Arrays;

/**
 * Sorts many scores by their bits, eleven at a time from the lowest: in time proportional to their
 * number.
 */
final class RadixSort {

  /** Below this number counting the bits costs more than it saves. */
  private static final int FEW = 5000;

  private static final int BITS = 11;
  private static final int PLACES = 6;
  private static final int VALUES = 1 << BITS;

  private RadixSort() {}

  /** Sorts finite values without a negative zero, lowest first. */
  static void ascending(double[] values) {
    if (values.length < FEW) {
      Arrays.sort(values);
      return;
    }
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(values[i]);
    }
    int[] counts = counts(keys);
    long[] moved = new long[keys.length];
    for (int place = 0; place < PLACES; place++) {
      if (counts[place * VALUES + digit(keys[0], place)] < keys.length) {
        move(keys, moved, place, starts(counts, place));
        long[] free = keys;
        keys = moved;
        moved = free;
      }
    }
    for (int i = 0; i < keys.length; i++) {
      values[i] = value(keys[i]);
    }
  }

  /** How often each value of eleven bits stands at each place. */
  private static int[] counts(long[] keys) {
    int[] counts = new int[PLACES * VALUES];
    for (long key : keys) {
      for (int place = 0; place < PLACES; place++) {
        counts[place * VALUES + digit(key, place)]++;
      }
    }
    return counts;
  }

  private static int[] starts(int[] counts, int place) {
    int[] starts = new int[VALUES];
    for (int value = 1; value < VALUES; value++) {
      starts[value] = starts[value - 1] + counts[place * VALUES + value - 1];
    }
    return starts;
  }

  private static void move(long[] from, long[] to, int place, int[] next) {
    for (long key : from) {
      to[next[digit(key, place)]++] = key;
    }
  }

  private static int digit(long key, int place) {
    return (int) (key >>> (BITS * place)) & (VALUES - 1);
  }

  /** A number whose unsigned order is that of the values. */
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  private static double value(long key) {
    return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
  }
}
