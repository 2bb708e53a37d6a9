package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.EntropyBits;

/** Decodes a sequential DCT scan (T.81, Annex F), block by block into samples. */
final class SequentialScan {

  private final EntropyData data;
  private final BlockDecoder decoder;
  private final int rows;
  private final int columns;
  private final int restartInterval;
  private final short[] samples;
  private byte[] bytes = new byte[0];
  private long limit;
  private long position;
  private int dc;

  SequentialScan(JpegHeader header, EntropyData data) {
    this.data = data;
    decoder = new BlockDecoder(header);
    rows = header.frame().rows();
    columns = header.frame().columns();
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
        int entry = decoder.difference(bytes, position);
        dc += entry >> 16;
        position = decoder.decode(bytes, position + (entry & 0xff), limit, dc);
        store(row, column);
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
    position = data.start();
    dc = 0;
  }

  private void store(int row, int column) {
    int width = Math.min(8, columns - column);
    int height = Math.min(8, rows - row);
    for (int y = 0; y < height; y++) {
      int to = (row + y) * columns + column;
      for (int x = 0; x < width; x++) {
        samples[to + x] = (short) decoder.level(8 * y + x);
      }
    }
  }
}
