package org.strnet.dicom.codec;

import java.io.ByteArrayOutputStream;

/**
 * Writes JPEG lossless streams after T.81, Annex H, with what DCMTK does not write: restart
 * intervals and any precision. Every category 0 to 16 has a code of 5 bits.
 */
final class LosslessEncoder {

  private final SyntheticFrame frame;
  private final int predictor;
  private final int pointTransform;
  private final int restartRows;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long pending;
  private int held;

  /**
   * @param restartRows rows of a restart interval; 0 for none
   */
  LosslessEncoder(SyntheticFrame frame, int predictor, int pointTransform, int restartRows) {
    this.frame = frame;
    this.predictor = predictor;
    this.pointTransform = pointTransform;
    this.restartRows = restartRows;
  }

  byte[] encode() {
    int rows = frame.geometry().rows();
    int columns = frame.geometry().columns();
    headers(rows, columns);
    for (int row = 0; row < rows; row++) {
      boolean first = restartRows > 0 ? row % restartRows == 0 : row == 0;
      if (first && row > 0) {
        flush();
        bytes(0xff, 0xd0 + (row / restartRows - 1) % 8);
      }
      for (int column = 0; column < columns; column++) {
        difference((sample(row, column) - predicted(row, column, first)) & 0xffff);
      }
    }
    flush();
    bytes(0xff, 0xd9);
    return out.toByteArray();
  }

  private void headers(int rows, int columns) {
    bytes(0xff, 0xd8, 0xff, 0xc3, 0, 11, frame.geometry().bitsStored());
    bytes(rows >> 8, rows & 255, columns >> 8, columns & 255, 1, 1, 0x11, 0);
    bytes(0xff, 0xc4, 0, 19 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (int category = 0; category <= 16; category++) {
      bytes(category);
    }
    if (restartRows > 0) {
      int interval = restartRows * columns;
      bytes(0xff, 0xdd, 0, 4, interval >> 8, interval & 255);
    }
    bytes(0xff, 0xda, 0, 8, 1, 1, 0, predictor, 0, pointTransform);
  }

  private int sample(int row, int column) {
    return (frame.cells()[row * frame.geometry().columns() + column] & 0xffff) >> pointTransform;
  }

  private int predicted(int row, int column, boolean first) {
    if (first) {
      return column > 0
          ? sample(row, column - 1)
          : 1 << (frame.geometry().bitsStored() - pointTransform - 1);
    }
    int above = sample(row - 1, column);
    if (column == 0) {
      return above;
    }
    int left = sample(row, column - 1);
    int aboveLeft = sample(row - 1, column - 1);
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> aboveLeft;
      case 4 -> left + above - aboveLeft;
      case 5 -> left + ((above - aboveLeft) >> 1);
      case 6 -> above + ((left - aboveLeft) >> 1);
      default -> (left + above) >> 1;
    };
  }

  /** Category and bits of a difference modulo 2^16. */
  private void difference(int modular) {
    if (modular == 0x8000) {
      bits(16, 5);
      return;
    }
    int signed = (short) modular;
    int category = 32 - Integer.numberOfLeadingZeros(Math.abs(signed));
    bits(category, 5);
    int value = signed < 0 ? signed + (1 << category) - 1 : signed;
    bits(value, category);
  }

  private void bits(int value, int count) {
    pending = (pending << count) | value;
    held += count;
    while (held >= 8) {
      held -= 8;
      int next = (int) (pending >>> held) & 255;
      bytes(next);
      if (next == 255) {
        bytes(0);
      }
    }
  }

  private void flush() {
    if (held > 0) {
      int fill = 8 - held;
      bits((1 << fill) - 1, fill);
    }
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
