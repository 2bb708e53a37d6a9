package org.strnet.radiograph.jpeg;

import java.util.Arrays;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.EntropyBits;

/** From the bits of one block to its 64 levels (T.81, A.3 and F.2); for one thread. */
final class BlockDecoder {

  /** Row by row index of each coefficient in the order of coding (A.3.6). */
  private static final int[] ZIGZAG = zigzag();

  private final HuffmanTable dcTable;
  private final HuffmanTable acTable;
  private final int[] dcDirect;
  private final int[] acDirect;
  private final int[] steps;
  private final int largest;
  private final int[] block = new int[64];

  BlockDecoder(JpegHeader header) {
    dcTable = header.dcTable();
    acTable = header.acTable();
    if (!dcTable.symbolsUpTo(15)) {
      throw new DamagedStreamException("a DC difference has at most 15 bits, found 16");
    }
    dcDirect = dcTable.direct();
    acDirect = acTable.direct();
    steps = header.quantizationTable();
    largest = (1 << header.frame().precision()) - 1;
  }

  /** The entry of a block's DC difference: see {@link HuffmanTable}. */
  int difference(byte[] bytes, long at) {
    long bits = EntropyBits.peek(bytes, at);
    int entry = dcDirect[(int) (bits >>> HuffmanTable.SHIFT)];
    return entry == 0 ? dcTable.decode(bits) : entry;
  }

  /**
   * Decodes a block into {@link #level} and {@link #row}.
   *
   * @param at position of the first bit behind the DC difference
   * @param dc the DC coefficient, not yet multiplied by its step
   * @return position of the first bit behind the block
   */
  long decode(byte[] bytes, long at, long limit, int dc) {
    final int[] to = block;
    Arrays.fill(to, 0);
    to[0] = dc * steps[0];
    long position = at;
    EntropyBits.check(position, limit);
    long bits = EntropyBits.peek(bytes, position);
    int k = 1;
    int last = 0;
    int spent = 0;
    while (k < 64) {
      if (spent > EntropyBits.VALID - HuffmanTable.LOOKAHEAD) {
        EntropyBits.check(position, limit);
        bits = EntropyBits.peek(bytes, position);
        spent = 0;
      }
      int entry = acDirect[(int) (bits >>> HuffmanTable.SHIFT)];
      if (entry == 0) {
        entry = acTable.decode(EntropyBits.peek(bytes, position));
      }
      int taken = entry & 0xff;
      position += taken;
      spent += taken;
      bits <<= taken;
      int run = entry >> 8 & 15;
      k += run;
      if (entry >> 16 == 0) {
        if (run < 15) {
          break;
        }
      } else if (k > 63) {
        throw new DamagedStreamException("a block has 64 coefficients, found " + (k + 1));
      } else {
        to[ZIGZAG[k]] = (entry >> 16) * steps[k];
        last = k;
      }
      k++;
    }
    EntropyBits.check(position, limit);
    if (last == 0) {
      Arrays.fill(to, (to[0] + 4) >> 3);
    } else {
      InverseDct.transform(to, largest > 255 ? 1 : 2);
    }
    return position;
  }

  /** A level of the block, row by row: shifted (A.3.1), held within the precision. */
  int level(int index) {
    int level = block[index] + (largest + 1) / 2;
    return (level & ~largest) == 0 ? level : level < 0 ? 0 : largest;
  }

  /** Eight levels of a row of the block, 8 bits each, the leftmost in the lowest. */
  long row(int row) {
    int all = 0;
    long levels = 0;
    for (int i = 0; i < 8; i++) {
      int level = block[8 * row + i] + 128;
      all |= level;
      levels |= (long) level << (8 * i);
    }
    return (all & ~255) == 0 ? levels : heldRow(row);
  }

  private long heldRow(int row) {
    long levels = 0;
    for (int i = 0; i < 8; i++) {
      levels |= (long) level(8 * row + i) << (8 * i);
    }
    return levels;
  }

  private static int[] zigzag() {
    int[] order = new int[64];
    int row = 0;
    int column = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = 8 * row + column;
      boolean up = (row + column) % 2 == 0;
      if (up ? column == 7 : row == 7) {
        // along the border
        row += up ? 1 : 0;
        column += up ? 0 : 1;
      } else if (up ? row == 0 : column == 0) {
        row += up ? 0 : 1;
        column += up ? 1 : 0;
      } else {
        row += up ? -1 : 1;
        column += up ? 1 : -1;
      }
    }
    return order;
  }
}
