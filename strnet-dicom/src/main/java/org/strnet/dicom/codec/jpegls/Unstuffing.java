package org.strnet.dicom.codec.jpegls;

import org.strnet.radiograph.stream.EntropyBits;

/**
 * Takes the stuffing out of a scan (T.87, A.1): behind an FF stands a bit 0 that is none of the
 * data; FF and a bit 1 are a marker, where the scan ends.
 */
final class Unstuffing {

  private final byte[] stream;
  private final byte[] clean;
  private int from;
  private int to;

  /** Bits that do not fill a byte yet, in the lower {@link #held} bits. */
  private long pending;

  private int held;

  private Unstuffing(byte[] stream, int start) {
    this.stream = stream;
    from = start;
    clean = new byte[stream.length - start + EntropyBits.PADDING];
  }

  /** The bits from an index up to the next marker or the end. */
  static EntropyBits bits(byte[] stream, int start) {
    return new Unstuffing(stream, start).bits();
  }

  private EntropyBits bits() {
    boolean marker = false;
    while (from < stream.length && !marker) {
      words();
      if (from < stream.length && plain() == 0xff && from < stream.length) {
        marker = stream[from] < 0;
        if (!marker) {
          append(stream[from++], 7);
        }
      }
    }
    EntropyBits.word(clean, to, held == 0 ? 0 : pending << (64 - held));
    EntropyBits.word(clean, to + 8, 0);
    long bits = to * 8L + held;
    return new EntropyBits(clean, marker ? bits - 8 : bits);
  }

  /** Eight bytes at a time as long as none is FF. */
  private void words() {
    while (from + 8 <= stream.length) {
      long word = EntropyBits.word(stream, from);
      if (EntropyBits.hasFf(word)) {
        return;
      }
      long shifted = held == 0 ? word : (pending << (64 - held)) | (word >>> held);
      EntropyBits.word(clean, to, shifted);
      pending = word & ((1L << held) - 1);
      from += 8;
      to += 8;
    }
  }

  /** Up to eight bytes, or up to and with the next FF; returns the last. */
  private int plain() {
    int end = Math.min(stream.length, from + 8);
    int next = 0;
    while (from < end && next != 0xff) {
      next = stream[from++] & 0xff;
      append(next, 8);
    }
    return next;
  }

  private void append(int value, int width) {
    pending = (pending << width) | value;
    held += width;
    if (held >= 8) {
      held -= 8;
      clean[to++] = (byte) (pending >>> held);
      pending &= (1L << held) - 1;
    }
  }
}
