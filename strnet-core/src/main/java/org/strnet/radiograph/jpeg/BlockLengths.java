package org.strnet.radiograph.jpeg;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.strnet.radiograph.stream.DamagedStreamException;

/**
 * How far the codes of a block reach, several of them at one look: what finding the blocks needs of
 * a scan, and no more.
 *
 * <p>An entry is one int: in the lower 8 bits the number of bits taken; in the next 8 how many
 * coefficients these codes go on, and {@link #END} more where they end the block; in the upper 16
 * the DC difference, where they begin with one. An entry of 0 asks for {@link #one}.
 */
final class BlockLengths {

  /** Added to the coefficients where a block ends before its 64th. */
  static final int END = 128;

  private static final int WIDTH = HuffmanTable.LOOKAHEAD;

  /** Films of one source share their tables: those of the last film are kept. */
  private static final AtomicReference<Optional<BlockLengths>> LAST =
      new AtomicReference<>(Optional.empty());

  private final HuffmanTable dcTable;
  private final HuffmanTable acTable;
  private final int[] first;
  private final int[] others;

  private BlockLengths(HuffmanTable dcTable, HuffmanTable acTable) {
    this.dcTable = dcTable;
    this.acTable = acTable;
    first = new int[1 << WIDTH];
    others = new int[1 << WIDTH];
    for (int prefix = 0; prefix < first.length; prefix++) {
      int difference = dcTable.direct()[prefix];
      if (difference != 0) {
        int taken = difference & 0xff;
        first[prefix] = (difference & 0xffff_0000) + codes(prefix, taken);
      }
      int several = codes(prefix, 0);
      others[prefix] = (several & 0xff) == 0 ? 0 : several;
    }
  }

  /** The lengths by two tables. */
  static BlockLengths of(HuffmanTable dcTable, HuffmanTable acTable) {
    Optional<BlockLengths> last = LAST.get();
    if (last.filter(l -> l.dcTable == dcTable && l.acTable == acTable).isPresent()) {
      return last.get();
    }
    BlockLengths lengths = new BlockLengths(dcTable, acTable);
    LAST.set(Optional.of(lengths));
    return lengths;
  }

  /** The AC codes that lie whole within the bits of a prefix behind those taken already. */
  private int codes(int prefix, int taken) {
    int bits = taken;
    int coefficients = 0;
    while (bits < WIDTH) {
      int entry = acTable.direct()[(prefix << bits) & ((1 << WIDTH) - 1)];
      int on = coefficients(entry);
      // A block that is full has no end: what follows is the next block's.
      if (entry == 0 || bits + (entry & 0xff) > WIDTH || 1 + coefficients + (on & (END - 1)) > 63) {
        break;
      }
      bits += entry & 0xff;
      coefficients += on;
      if (on >= END) {
        break;
      }
    }
    return (coefficients << 8) | bits;
  }

  private static int coefficients(int entry) {
    int run = entry >> 8 & 15;
    return entry >> 16 == 0 && run < 15 ? END : run + 1;
  }

  /** Entries by the next bits at the start of a block: its DC difference and codes behind it. */
  int[] first() {
    return first;
  }

  /** Entries by the next bits within a block. */
  int[] others() {
    return others;
  }

  /** The entry of a DC difference alone. */
  int difference(long bits) {
    int entry = dcTable.decode(bits);
    return entry & 0xffff_00ff;
  }

  /**
   * The entry of one AC code alone.
   *
   * @param k coefficients of the block so far, 1 to 63
   */
  int one(long bits, int k) {
    int entry = acTable.decode(bits);
    int on = coefficients(entry);
    if (on < END && k + on > 64) {
      throw new DamagedStreamException("a block has 64 coefficients, found " + (k + on));
    }
    return (on << 8) | (entry & 0xff);
  }
}
