package org.strnet.dicom.codec.jpegls;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;

/**
 * Preset coding parameters (T.87, C.2.4.1.1); 0 stands for the default.
 *
 * @param maxVal largest sample
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset after so many samples a context's counters are halved
 */
record PresetParameters(int maxVal, int t1, int t2, int t3, int reset) {

  /** All defaults. */
  static final PresetParameters NONE = new PresetParameters(0, 0, 0, 0, 0);

  private static final int CODING_PARAMETERS = 1;

  /** Reads an LSE segment. */
  static PresetParameters read(ByteReader segment) {
    int kind = segment.uint8();
    if (kind != CODING_PARAMETERS) {
      throw new DamagedStreamException(
          "preset parameters must be coding parameters, 1, found kind " + kind);
    }
    return new PresetParameters(
        segment.uint16(), segment.uint16(), segment.uint16(), segment.uint16(), segment.uint16());
  }

  /** With defaults in place of zeros, all checked against each other. */
  CodingParameters complete(int precision, int near) {
    int most = (1 << precision) - 1;
    int largest = maxVal == 0 ? most : maxVal;
    if (largest > most) {
      throw new DamagedStreamException(
          "MAXVAL must fit %d bits, found %d".formatted(precision, largest));
    }
    if (near > Math.min(255, largest / 2)) {
      throw new DamagedStreamException(
          "NEAR is at most 255 and half of MAXVAL %d, found %d".formatted(largest, near));
    }
    int first = t1 == 0 ? defaultThreshold(largest, near, 3, near + 1) : t1;
    int second = t2 == 0 ? defaultThreshold(largest, near, 7, first) : t2;
    int third = t3 == 0 ? defaultThreshold(largest, near, 21, second) : t3;
    if (first <= near || second < first || third < second || third > largest) {
      throw new DamagedStreamException(
          "thresholds must rise between NEAR %d and MAXVAL %d, found %d, %d, %d"
              .formatted(near, largest, first, second, third));
    }
    int halving = reset == 0 ? 64 : reset;
    if (halving < 3 || halving > Math.max(255, largest)) {
      throw new DamagedStreamException(
          "RESET is 3 to the larger of 255 and MAXVAL, found " + halving);
    }
    return new CodingParameters(largest, near, first, second, third, halving);
  }

  /**
   * Defaults of T.87, C.2.4.1.1.1, which scale with MAXVAL.
   *
   * @param basic 3, 7 or 21: the threshold at MAXVAL 255
   * @param least the threshold before it, or NEAR + 1
   */
  private static int defaultThreshold(int largest, int near, int basic, int least) {
    int weight = basic == 3 ? 3 : basic == 7 ? 5 : 7;
    int value;
    if (largest >= 128) {
      int factor = (Math.min(largest, 4095) + 128) / 256;
      int offset = basic == 3 ? 2 : basic == 7 ? 3 : 4;
      value = factor * (basic - offset) + offset + weight * near;
    } else {
      int factor = 256 / (largest + 1);
      int floor = basic == 3 ? 2 : basic == 7 ? 3 : 4;
      value = Math.max(floor, basic / factor + weight * near);
    }
    return value > largest || value < least ? least : value;
  }
}
