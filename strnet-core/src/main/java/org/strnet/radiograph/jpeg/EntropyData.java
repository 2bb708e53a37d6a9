package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.EntropyBits;

/**
 * Entropy-coded intervals of a scan (T.81, B.1.1.5): stuffed zeros are taken out, restarts kept.
 */
final class EntropyData {

  private static final int NO_MARKER = -1;

  private final byte[] stream;
  private final byte[] clean;
  private int position;
  private int start;
  private int length;
  private int expectedRestart;

  /**
   * @param stream not copied
   * @param start index of the first entropy-coded byte
   */
  EntropyData(byte[] stream, int start) {
    this.stream = stream;
    this.position = start;
    this.clean = new byte[stream.length - start + EntropyBits.PADDING];
  }

  /**
   * The next interval's bits, from {@link #start} to the limit. They stand behind those of earlier
   * intervals, which stay; the padding lasts until the next call.
   */
  EntropyBits next() {
    start = length;
    while (position < stream.length) {
      copyPlain();
      if (position < stream.length && !unstuff()) {
        break;
      }
    }
    EntropyBits.word(clean, length, 0);
    EntropyBits.word(clean, length + 8, 0);
    return new EntropyBits(clean, length * 8L);
  }

  /** Position of the first bit of the interval that {@link #next} gave. */
  long start() {
    return start * 8L;
  }

  /** The second byte of the marker behind the interval; -1 where the stream ends without one. */
  int marker() {
    passFill();
    return position + 1 < stream.length ? stream[position + 1] & 0xff : NO_MARKER;
  }

  /** Up to the next FF. */
  private void copyPlain() {
    int from = position;
    int to = length;
    while (from + 8 <= stream.length) {
      long word = EntropyBits.word(stream, from);
      if (EntropyBits.hasFf(word)) {
        break;
      }
      EntropyBits.word(clean, to, word);
      from += 8;
      to += 8;
    }
    while (from < stream.length && stream[from] != (byte) 0xff) {
      clean[to++] = stream[from++];
    }
    position = from;
    length = to;
  }

  /** Takes FF00 for FF; false at a marker, where the position stays. */
  private boolean unstuff() {
    int next = position + 1 < stream.length ? stream[position + 1] : NO_MARKER;
    if (next != 0) {
      return false;
    }
    clean[length++] = (byte) 0xff;
    position += 2;
    return true;
  }

  /** Passes over the restart marker that must stand between two intervals. */
  void restart() {
    int expected = 0xd0 + expectedRestart;
    if (marker() != expected) {
      throw new DamagedStreamException(
          "a restart interval must end with FF%02X".formatted(expected));
    }
    position += 2;
    expectedRestart = expectedRestart + 1 & 7;
  }

  private void passFill() {
    while (position + 1 < stream.length
        && stream[position] == (byte) 0xff
        && stream[position + 1] == (byte) 0xff) {
      position++;
    }
  }
}
