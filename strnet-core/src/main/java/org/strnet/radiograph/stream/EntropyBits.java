package org.strnet.radiograph.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Entropy-coded bits without their stuffing, so that 57 or more of them are one load away. The
 * array has {@link #PADDING} zeros behind the last bit; who reads beyond {@link #limit} must stop.
 */
public final class EntropyBits {

  /** Zero bytes behind the bits. */
  public static final int PADDING = 16;

  /** Bits that {@link #peek} gives at least. */
  public static final int VALID = 57;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final long limit;

  /**
   * @param bytes not copied; at least {@link #PADDING} longer than the bits
   * @param limit number of bits
   */
  public EntropyBits(byte[] bytes, long limit) {
    if (limit < 0 || ((limit + 7) >>> 3) + PADDING > bytes.length) {
      throw new IllegalArgumentException(
          "%d bits and their padding do not fit %d bytes".formatted(limit, bytes.length));
    }
    this.bytes = bytes;
    this.limit = limit;
  }

  /** The array of bits, most significant bit first; for {@link #peek}. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bits there are. */
  public long limit() {
    return limit;
  }

  /**
   * The bits from a position on, left-aligned; 64 less the position's remainder by 8 are valid. The
   * position is at most the limit.
   */
  public static long peek(byte[] bytes, long position) {
    return (long) WORDS.get(bytes, (int) (position >>> 3)) << (position & 7);
  }

  /** Refuses a position that lies behind the last bit. */
  public static void check(long position, long limit) {
    if (position > limit) {
      throw new DamagedStreamException(
          "entropy-coded data must hold every sample, found their end after %d bits"
              .formatted(limit));
    }
  }

  /** Eight bytes from an index on. */
  public static long word(byte[] bytes, int index) {
    return (long) WORDS.get(bytes, index);
  }

  /** Writes eight bytes from an index on. */
  public static void word(byte[] bytes, int index, long word) {
    WORDS.set(bytes, index, word);
  }

  /** Whether one of the eight bytes is FF, which may start a marker. */
  public static boolean hasFf(long word) {
    return ((~word - 0x0101010101010101L) & word & 0x8080808080808080L) != 0;
  }
}
