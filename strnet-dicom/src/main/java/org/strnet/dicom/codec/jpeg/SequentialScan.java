package org.strnet.dicom.codec.jpeg;

import java.util.Arrays;
import org.strnet.dicom.codec.stream.DamagedStreamException;
import org.strnet.dicom.codec.stream.EntropyBits;

/** Decodes a sequential DCT scan (T.81, Annex F), block by block into samples. */
final class SequentialScan {

  private static final int SHIFT = 64 - HuffmanTable.LOOKAHEAD;

  /** Row by row index of each coefficient in the order of coding (A.3.6). */
  private static final int[] ZIGZAG = zigzag();

  private final EntropyData data;
  private final HuffmanTable dcTable;
  private final HuffmanTable acTable;
  private final int[] dcDirect;
  private final int[] acDirect;
  private final float[] steps = new float[64];
  private final int rows;
  private final int columns;
  private final int largest;
  private final int restartInterval;
  private final short[] samples;
  private final float[] block = new float[64];
  private byte[] bytes = new byte[0];
  private long limit;
  private long position;
  private int dc;

  SequentialScan(JpegHeader header, EntropyData data) {
    this.data = data;
    dcTable = header.dcTable();
    acTable = header.acTable();
    if (!dcTable.symbolsUpTo(15)) {
      throw new DamagedStreamException("a DC difference has at most 15 bits, found 16");
    }
    dcDirect = dcTable.direct();
    acDirect = acTable.direct();
    int[] table = header.quantizationTable();
    for (int i = 0; i < steps.length; i++) {
      steps[i] = table[i];
    }
    rows = header.frame().rows();
    columns = header.frame().columns();
    largest = (1 << header.frame().precision()) - 1;
    restartInterval = header.restartInterval();
    samples = new short[rows * columns];
  }

  short[] decode() {
    int index = 0;
    for (int row = 0; row < rows; row += 8) {
      for (int column = 0; column < columns; column += 8) {
        if (restartInterval == 0 ? index == 0 : index % restartInterval == 0) {
          open(index);
        }
        int last = coefficients();
        if (last == 0) {
          flat(row, column);
        } else {
          InverseDct.transform(block);
          store(row, column);
        }
        index++;
      }
    }
    return samples;
  }

  private void open(int index) {
    if (index > 0) {
      data.restart();
    }
    EntropyBits bits = data.next();
    bytes = bits.bytes();
    limit = bits.limit();
    position = 0;
    dc = 0;
  }

  /** Reads a block's coefficients, each times its step; returns the index of the last one. */
  private int coefficients() {
    final float[] to = block;
    Arrays.fill(to, 0);
    long at = position;
    EntropyBits.check(at, limit);
    int entry = next(dcDirect, dcTable, at);
    at += entry & 0xff;
    dc += entry >> 16;
    to[0] = dc * steps[0];
    int last = 0;
    for (int k = 1; k < 64; k++) {
      EntropyBits.check(at, limit);
      entry = next(acDirect, acTable, at);
      at += entry & 0xff;
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
    }
    EntropyBits.check(at, limit);
    position = at;
    return last;
  }

  private int next(int[] direct, HuffmanTable table, long at) {
    long bits = EntropyBits.peek(bytes, at);
    int entry = direct[(int) (bits >>> SHIFT)];
    return entry == 0 ? table.decode(bits) : entry;
  }

  private void flat(int row, int column) {
    short value = sample(block[0] / 8);
    int width = Math.min(8, columns - column);
    for (int y = row; y < Math.min(row + 8, rows); y++) {
      int start = y * columns + column;
      Arrays.fill(samples, start, start + width, value);
    }
  }

  private void store(int row, int column) {
    int width = Math.min(8, columns - column);
    int height = Math.min(8, rows - row);
    for (int y = 0; y < height; y++) {
      int to = (row + y) * columns + column;
      for (int x = 0; x < width; x++) {
        samples[to + x] = sample(block[8 * y + x]);
      }
    }
  }

  /** Level shift (A.3.1), rounded and held within the precision. */
  private short sample(float value) {
    float centre = (largest + 1) / 2f;
    int level = (int) (value + centre + 0.5f);
    return (short) Math.max(0, Math.min(largest, level));
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
