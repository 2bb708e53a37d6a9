package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.EntropyBits;

/** Decodes a lossless scan (T.81, Annex H), row by row into samples. */
final class LosslessScan {

  /** A code with its value takes 31 bits at most. */
  private static final int ENOUGH = 32;

  private final EntropyData data;
  private final HuffmanTable table;
  private final int[] direct;
  private final int rows;
  private final int columns;
  private final int predictor;
  private final int pointTransform;
  private final int precision;
  private final int restartRows;
  private final short[] samples;
  private byte[] bytes = new byte[0];
  private long limit;
  private long position;

  LosslessScan(JpegHeader header, EntropyData data) {
    this.data = data;
    table = header.dcTable();
    direct = table.direct();
    rows = header.frame().rows();
    columns = header.frame().columns();
    precision = header.frame().precision();
    predictor = header.scan().predictor();
    pointTransform = header.scan().pointTransform();
    if (header.restartInterval() % columns != 0) {
      throw new DamagedStreamException(
          "a lossless restart interval must be whole lines of %d, found %d (T.81, H.1.1)"
              .formatted(columns, header.restartInterval()));
    }
    restartRows = header.restartInterval() == 0 ? rows : header.restartInterval() / columns;
    samples = new short[rows * columns];
  }

  short[] decode() {
    for (int row = 0; row < rows; row++) {
      boolean first = row % restartRows == 0;
      if (first) {
        open(row);
      }
      int start = row * columns;
      if (first) {
        alongRow(start, 1 << (precision - pointTransform - 1));
      } else if (predictor == 1) {
        alongRow(start, samples[start - columns]);
      } else {
        row(start);
      }
    }
    return scaled();
  }

  private void open(int row) {
    if (row > 0) {
      data.restart();
    }
    EntropyBits bits = data.next();
    bytes = bits.bytes();
    limit = bits.limit();
    position = data.start();
  }

  /** A row where each sample is predicted by its left neighbour. */
  private void alongRow(int start, int before) {
    final int[] entries = direct;
    final byte[] from = bytes;
    final short[] to = samples;
    int left = before;
    long at = position;
    long bits = EntropyBits.peek(from, at);
    long bitsEnd = at + ENOUGH - 8;
    for (int i = start; i < start + columns; i++) {
      if (at > bitsEnd) {
        EntropyBits.check(at, limit);
        bits = EntropyBits.peek(from, at);
        bitsEnd = at + ENOUGH - 8;
      }
      int entry = entries[(int) (bits >>> HuffmanTable.SHIFT)];
      if (entry == 0) {
        entry = table.decode(bits);
      }
      left += entry >> 16;
      to[i] = (short) left;
      bits <<= entry;
      at += entry & 0xff;
    }
    EntropyBits.check(at, limit);
    position = at;
  }

  /** A row below another, by predictors 2 to 7. */
  private void row(int start) {
    final short[] to = samples;
    long at = position;
    int left = to[start - columns] & 0xffff;
    int aboveLeft = left;
    for (int i = start; i < start + columns; i++) {
      EntropyBits.check(at, limit);
      long bits = EntropyBits.peek(bytes, at);
      int entry = direct[(int) (bits >>> HuffmanTable.SHIFT)];
      if (entry == 0) {
        entry = table.decode(bits);
      }
      at += entry & 0xff;
      int above = to[i - columns] & 0xffff;
      int predicted = i == start ? above : predict(left, above, aboveLeft);
      left = predicted + (entry >> 16) & 0xffff;
      to[i] = (short) left;
      aboveLeft = above;
    }
    EntropyBits.check(at, limit);
    position = at;
  }

  /** Table H.1. */
  private int predict(int left, int above, int aboveLeft) {
    return switch (predictor) {
      case 2 -> above;
      case 3 -> aboveLeft;
      case 4 -> left + above - aboveLeft;
      case 5 -> left + ((above - aboveLeft) >> 1);
      case 6 -> above + ((left - aboveLeft) >> 1);
      case 7 -> (left + above) >> 1;
      default -> left;
    };
  }

  /** Undoes the point transform; bits beyond the precision are none of a sample's. */
  private short[] scaled() {
    if (pointTransform > 0 || precision < 16) {
      int mask = (1 << precision) - 1;
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (samples[i] << pointTransform & mask);
      }
    }
    return samples;
  }
}
