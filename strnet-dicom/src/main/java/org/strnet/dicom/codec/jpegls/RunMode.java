package org.strnet.dicom.codec.jpegls;

import java.util.Arrays;
import org.strnet.radiograph.stream.DamagedStreamException;

/** Run mode: flat stretches and the sample that ends one (T.87, A.7). */
final class RunMode {

  /** J: the logarithm of the length that a bit 1 stands for, by run index. */
  private static final int[] LOG_LENGTH = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final BitSource bits;
  private final Reconstruction reconstruction;
  private final int near;
  private final int reset;
  private final int limit;
  private final int errorBits;

  /** Counters by kind of interruption: 0 where left and up differ, 1 where they are alike. */
  private final int[] magnitude = new int[2]; // A

  private final int[] count = {1, 1}; // N
  private final int[] negative = new int[2]; // Nn
  private int index;

  RunMode(CodingParameters parameters, BitSource bits) {
    this.bits = bits;
    reconstruction = new Reconstruction(parameters);
    near = parameters.near();
    reset = parameters.reset();
    limit = parameters.limit();
    errorBits = parameters.errorBits();
    Arrays.fill(magnitude, parameters.initialMagnitude());
  }

  /** Fills a run and the sample that ends it; returns where the line goes on. */
  int decode(int[] above, int[] line, int start) {
    int end = line.length - 1;
    int run = length(end - start);
    int value = line[start - 1];
    Arrays.fill(line, start, start + run, value);
    int x = start + run;
    if (x == end) {
      return x;
    }
    line[x] = interruption(value, above[x]);
    index = Math.max(0, index - 1);
    return x + 1;
  }

  /** Samples of the run, at most those that are left in the line (A.7.1). */
  private int length(int left) {
    int run = 0;
    while (bits.bit() == 1) {
      int whole = 1 << LOG_LENGTH[index];
      int part = Math.min(whole, left - run);
      run += part;
      if (part == whole) {
        index = Math.min(31, index + 1);
      }
      if (run == left) {
        return run;
      }
    }
    int rest = bits.bits(LOG_LENGTH[index]);
    if (rest >= left - run) {
      throw new DamagedStreamException(
          "a run must end within its line, found %d samples of %d".formatted(run + rest, left));
    }
    return run + rest;
  }

  /** The sample behind a run (A.7.2). */
  private int interruption(int left, int up) {
    int kind = Math.abs(left - up) <= near ? 1 : 0;
    int weighted = magnitude[kind] + (kind == 1 ? count[kind] >> 1 : 0);
    int k = RegularMode.golombParameter(weighted, count[kind]);
    int longest = limit - LOG_LENGTH[index] - 1 - errorBits - 1;
    int mapped = bits.golomb(k, longest, errorBits);
    int doubled = mapped + kind;
    int map = doubled & 1;
    int size = (doubled + map) >> 1;
    boolean oftenNegative = k != 0 || 2 * negative[kind] >= count[kind];
    int error = oftenNegative == (map == 1) ? -size : size;
    update(kind, error, mapped);
    boolean mirrored = kind == 0 && left > up;
    return reconstruction.sample(kind == 1 ? left : up, mirrored ? -error : error);
  }

  private void update(int kind, int error, int mapped) {
    if (error < 0) {
      negative[kind]++;
    }
    magnitude[kind] += (mapped + 1 - kind) >> 1;
    if (count[kind] == reset) {
      magnitude[kind] >>= 1;
      count[kind] >>= 1;
      negative[kind] >>= 1;
    }
    count[kind]++;
  }
}
