package org.strnet.radiograph.jpeg;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;

/**
 * A Huffman table (T.81, Annex C and F.2.2) that decodes a code together with the bits of its
 * value.
 *
 * <p>A decoded entry is one int: the value in the upper 16 bits, signed; the run of zeros before it
 * in bits 8 to 11 (AC only); in the lower 8 the number of bits taken, 1 to 31. Category 16 of
 * lossless coding is the value -32768, which equals 32768 modulo 2^16 (H.1.2.2).
 */
final class HuffmanTable {

  /** Bits that the direct table is indexed by: most codes of films with their value fit. */
  static final int LOOKAHEAD = 12;

  /** From left-aligned bits to the index of the direct table. */
  static final int SHIFT = 64 - LOOKAHEAD;

  private static final int LONGEST_CODE = 16;

  /** Films of one source share their tables: the last one is kept, since filling it costs time. */
  private static final AtomicReference<Optional<HuffmanTable>> LAST_DC =
      new AtomicReference<>(Optional.empty());

  private static final AtomicReference<Optional<HuffmanTable>> LAST_AC =
      new AtomicReference<>(Optional.empty());

  private final boolean ac;
  private final byte[] counts;
  private final byte[] symbols;

  /** Of each length, the least left-aligned 16-bit prefix that is no code of it or shorter. */
  private final int[] above = new int[LONGEST_CODE + 1];

  /** Of each length, index of its first symbol less its first code. */
  private final int[] offset = new int[LONGEST_CODE + 1];

  private final int[] direct = new int[1 << LOOKAHEAD];

  private HuffmanTable(byte[] counts, byte[] symbols, boolean ac) {
    this.ac = ac;
    this.counts = counts;
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int count = counts[length - 1] & 0xff;
      code <<= 1;
      offset[length] = index - code;
      code += count;
      index += count;
      if (code > 1 << length) {
        throw new DamagedStreamException(
            "Huffman codes of %d bits must fit, found %d".formatted(length, count));
      }
      above[length] = code << (LONGEST_CODE - length);
    }
    fillDirect();
  }

  /** The next table of a DHT segment, behind its class and number. */
  static HuffmanTable read(ByteReader segment, boolean ac) {
    byte[] counts = new byte[LONGEST_CODE];
    int total = 0;
    for (int i = 0; i < counts.length; i++) {
      int count = segment.uint8();
      counts[i] = (byte) count;
      total += count;
    }
    if (total > 256) {
      throw new DamagedStreamException("a Huffman table has at most 256 codes, found " + total);
    }
    byte[] symbols = new byte[total];
    for (int i = 0; i < total; i++) {
      int symbol = segment.uint8();
      if (!ac && symbol > 16) {
        throw new DamagedStreamException("a difference has at most 16 bits, found " + symbol);
      }
      symbols[i] = (byte) symbol;
    }
    AtomicReference<Optional<HuffmanTable>> last = ac ? LAST_AC : LAST_DC;
    Optional<HuffmanTable> known = last.get().filter(table -> table.is(counts, symbols));
    HuffmanTable table = known.orElseGet(() -> new HuffmanTable(counts, symbols, ac));
    last.set(Optional.of(table));
    return table;
  }

  private boolean is(byte[] otherCounts, byte[] otherSymbols) {
    return Arrays.equals(counts, otherCounts) && Arrays.equals(symbols, otherSymbols);
  }

  /** Entries of the codes that fit with their value; 0 where {@link #decode} must be asked. */
  private void fillDirect() {
    for (int prefix = 0; prefix < direct.length; prefix++) {
      long bits = (long) prefix << SHIFT;
      int length = length(bits);
      if (length <= LOOKAHEAD) {
        int entry = entry(bits, length);
        direct[prefix] = (entry & 0xff) <= LOOKAHEAD ? entry : 0;
      }
    }
  }

  /** Entries by the next {@link #LOOKAHEAD} bits; 0 where {@link #decode} must be asked. */
  int[] direct() {
    return direct;
  }

  /** Whether every symbol is at most so large. */
  boolean symbolsUpTo(int largest) {
    for (byte symbol : symbols) {
      if ((symbol & 0xff) > largest) {
        return false;
      }
    }
    return true;
  }

  /**
   * The entry of the next code.
   *
   * @param bits left-aligned, at least 32 valid
   */
  int decode(long bits) {
    int length = length(bits);
    if (length > LONGEST_CODE) {
      throw new DamagedStreamException("bits must be a code of the Huffman table, found none");
    }
    return entry(bits, length);
  }

  private int length(long bits) {
    int prefix = (int) (bits >>> 48);
    int length = 1;
    while (length <= LONGEST_CODE && prefix >= above[length]) {
      length++;
    }
    return length;
  }

  private int entry(long bits, int length) {
    int symbol = symbols[(int) (bits >>> (64 - length)) + offset[length]] & 0xff;
    if (!ac && symbol == 16) {
      return Short.MIN_VALUE << 16 | length;
    }
    int size = symbol & 15;
    int run = symbol >> 4;
    return value(bits << length, size) << 16 | run << 8 | length + size;
  }

  /** EXTEND of F.2.2.1: upper half positive, lower half negative. */
  private static int value(long bits, int size) {
    if (size == 0) {
      return 0;
    }
    int magnitude = (int) (bits >>> (64 - size));
    return bits < 0 ? magnitude : magnitude - (1 << size) + 1;
  }
}
