package org.strnet.radiograph.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.EntropyBits;
import org.strnet.radiograph.stream.ExpectedImage;

/**
 * A sequential scan of 8 bits that is read through once, to find its blocks and their means; the
 * pixels of a block are decoded when they are asked for. Safe for several threads once read.
 */
public final class BlockScan {

  private static final int EOI = 0xd9;

  /** Bits are counted in an int. */
  private static final int MOST_BYTES = Integer.MAX_VALUE / 8;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final JpegHeader header;
  private final EntropyData data;
  private final BlockLengths lengths;
  private final int across;
  private final int down;

  /** Of each block, the position of its first bit. */
  private final int[] starts;

  /** Of each block, its DC coefficient before dequantisation. */
  private final short[] dcs;

  private byte[] bytes = new byte[0];
  private long limit;

  private BlockScan(JpegHeader header, EntropyData data) {
    this.header = header;
    this.data = data;
    across = (header.frame().columns() + 7) / 8;
    down = (header.frame().rows() + 7) / 8;
    starts = new int[across * down];
    dcs = new short[across * down];
    new BlockDecoder(header); // refuses the tables that it cannot decode with
    lengths = BlockLengths.of(header.dcTable(), header.acTable());
  }

  /**
   * Reads a stream through. What it accepts is whole and without fault: every block, nothing behind
   * the last one, the end marker.
   *
   * @param stream from SOI on
   * @param image what the stream must hold
   * @throws DamagedStreamException for anything else, also where a lenient decoder would go on
   */
  public static BlockScan read(byte[] stream, ExpectedImage image) {
    if (stream.length > MOST_BYTES) {
      throw new DamagedStreamException(
          "a stream has at most %d bytes, found %d".formatted(MOST_BYTES, stream.length));
    }
    JpegHeader header = JpegHeader.read(new ByteReader(stream), image);
    FrameHeader frame = header.frame();
    if (frame.process() != JpegProcess.SEQUENTIAL_DCT || frame.precision() != 8) {
      throw new DamagedStreamException(
          "a scan of blocks must be sequential with 8 bits, found %s with %d"
              .formatted(frame.process().words(), frame.precision()));
    }
    BlockScan scan = new BlockScan(header, new EntropyData(stream, header.dataStart()));
    scan.find();
    return scan;
  }

  private void find() {
    int interval = header.restartInterval() == 0 ? starts.length : header.restartInterval();
    for (int from = 0; from < starts.length; from += interval) {
      if (from > 0) {
        data.restart();
      }
      EntropyBits bits = data.next();
      bytes = bits.bytes();
      limit = bits.limit();
      long end = find(from, Math.min(starts.length, from + interval), data.start());
      if (limit - end >= 8) {
        throw new DamagedStreamException(
            "nothing may follow the last block, found %d bits".formatted(limit - end));
      }
    }
    int marker = data.marker();
    if (marker != EOI) {
      throw new DamagedStreamException(
          "a scan must be followed by FFD9, found FF%02X".formatted(marker));
    }
  }

  /** Finds the blocks of one interval; returns the position behind the last one. */
  private long find(int from, int to, long start) {
    final byte[] clean = bytes;
    final long end = limit;
    final int[] first = lengths.first();
    final int[] others = lengths.others();
    long at = start;
    int dc = 0;
    for (int block = from; block < to; block++) {
      starts[block] = (int) at;
      EntropyBits.check(at, end);
      long bits = EntropyBits.peek(clean, at);
      int entry = first[(int) (bits >>> HuffmanTable.SHIFT)];
      if (entry == 0) {
        entry = lengths.difference(bits);
      }
      dc += entry >> 16;
      int k = 1 + (entry >> 8 & 0xff);
      int taken = entry & 0xff;
      long word = bits << taken;
      long next = at + taken;
      int spent = taken;
      while (k < 64) {
        if (spent > EntropyBits.VALID - HuffmanTable.LOOKAHEAD) {
          EntropyBits.check(next, end);
          word = EntropyBits.peek(clean, next);
          spent = 0;
        }
        entry = others[(int) (word >>> HuffmanTable.SHIFT)];
        if (entry == 0 || overflows(k + (entry >> 8))) {
          entry = lengths.one(EntropyBits.peek(clean, next), k);
        }
        // A shift takes the lower six bits of its distance, which are the bits taken.
        word <<= entry;
        next += entry & 0xff;
        spent += entry & 0xff;
        k += entry >> 8;
      }
      at = next;
      dcs[block] = checkedDc(dc);
    }
    return at;
  }

  /** Whether several codes at once go beyond the 64th coefficient, into the next block. */
  private static boolean overflows(int k) {
    return k > 64 && (k < BlockLengths.END || k >= BlockLengths.END + 64);
  }

  private static short checkedDc(int dc) {
    if (dc != (short) dc) {
      throw new DamagedStreamException("a DC coefficient has at most 16 bits, found " + dc);
    }
    return (short) dc;
  }

  /** Blocks in a row of them. */
  public int across() {
    return across;
  }

  /** Rows of blocks. */
  public int down() {
    return down;
  }

  /**
   * The mean of every block's 64 levels in eighths of a grey value, 0 to 2047, row by row: the
   * picture at an eighth of its size. What a block holds beyond the picture's edge counts.
   */
  public short[] means() {
    int step = header.quantizationTable()[0];
    short[] means = new short[dcs.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (short) Math.max(0, Math.min(2047, dcs[i] * step + 1024));
    }
    return means;
  }

  /**
   * Decodes neighbouring blocks of one row of blocks.
   *
   * @param row of blocks, from 0
   * @param from the first block
   * @param to the block behind the last
   * @return 8 rows of {@code 8 * (to - from)} levels, what lies beyond the picture's edge included
   */
  public byte[] levels(int row, int from, int to) {
    BlockDecoder decoder = new BlockDecoder(header);
    int width = 8 * (to - from);
    byte[] levels = new byte[8 * width];
    for (int column = from; column < to; column++) {
      int block = row * across + column;
      int behind = decoder.difference(bytes, starts[block]) & 0xff;
      decoder.decode(bytes, starts[block] + behind, limit, dcs[block]);
      for (int y = 0; y < 8; y++) {
        EIGHT_BYTES.set(levels, y * width + 8 * (column - from), decoder.row(y));
      }
    }
    return levels;
  }
}
