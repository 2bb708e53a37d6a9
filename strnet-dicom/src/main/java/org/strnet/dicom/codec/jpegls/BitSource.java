package org.strnet.dicom.codec.jpegls;

import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.EntropyBits;

/** Bits of a scan in turn, and the Golomb codes among them (T.87, A.5.3). */
final class BitSource {

  /** As many bits as {@link EntropyBits#peek} has for every position. */
  private static final int VALID = 57;

  private final byte[] bytes;
  private final long limit;
  private long position;

  BitSource(EntropyBits bits) {
    bytes = bits.bytes();
    limit = bits.limit();
  }

  /** The next bit. */
  int bit() {
    return (int) take(1);
  }

  /** The next bits as a number, 0 to 31 of them. */
  int bits(int count) {
    return count == 0 ? 0 : (int) take(count);
  }

  private long take(int count) {
    long value = EntropyBits.peek(bytes, position) >>> (64 - count);
    advance(count);
    return value;
  }

  private void advance(int count) {
    position += count;
    if (position > limit) {
      EntropyBits.check(position, limit);
    }
  }

  /**
   * The number of a limited-length Golomb code.
   *
   * @param k bits of the remainder, 0 to 31
   * @param longest zeros that announce a number as it is
   * @param escapeBits bits of such a number
   */
  int golomb(int k, int longest, int escapeBits) {
    long bits = EntropyBits.peek(bytes, position);
    int zeros = Long.numberOfLeadingZeros(bits);
    int length = zeros + 1 + k;
    if (zeros < longest && length <= VALID) {
      advance(length);
      return (zeros << k) + (int) ((bits << (zeros + 1)) >>> 1 >>> (63 - k));
    }
    return longGolomb(k, longest, escapeBits);
  }

  private int longGolomb(int k, int longest, int escapeBits) {
    int zeros = 0;
    while (bit() == 0) {
      zeros++;
      if (zeros > longest) {
        throw new DamagedStreamException(
            "a code has at most %d zeros, found more".formatted(longest));
      }
    }
    return zeros < longest ? (zeros << k) + bits(k) : bits(escapeBits) + 1;
  }
}
