package org.strnet.dicom.codec;

import java.util.Arrays;
import org.strnet.radiograph.stream.DamagedStreamException;

/** RLE Lossless (PS3.5, Annex G): one segment of PackBits per byte of a cell, high byte first. */
final class RunLengthFrame {

  private static final int HEADER = 64;

  private RunLengthFrame() {}

  static short[] decode(byte[] frame, FrameGeometry geometry) {
    int segments = geometry.bitsAllocated() / 8;
    if (frame.length < HEADER) {
      throw new DamagedStreamException(
          "an RLE frame starts with a header of 64 bytes, found %d".formatted(frame.length));
    }
    if (int32(frame, 0) != segments) {
      throw new DamagedStreamException(
          "an RLE frame must have %d segments, found %d".formatted(segments, int32(frame, 0)));
    }
    byte[] plane = new byte[geometry.cells()];
    short[] cells = new short[geometry.cells()];
    for (int i = 0; i < segments; i++) {
      int start = int32(frame, 4 + 4 * i);
      int end = i + 1 < segments ? int32(frame, 8 + 4 * i) : frame.length;
      if (start < HEADER || end < start || end > frame.length) {
        throw new DamagedStreamException(
            "RLE segments must follow each other within %d bytes, found one from %d to %d"
                .formatted(frame.length, start, end));
      }
      unpack(frame, start, end, plane);
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = (short) ((cells[cell] << 8) | (plane[cell] & 0xff));
      }
    }
    return cells;
  }

  /** Fills a plane; bytes behind its last are padding. */
  private static void unpack(byte[] frame, int start, int end, byte[] plane) {
    int from = start;
    int to = 0;
    while (to < plane.length) {
      if (from >= end) {
        throw truncated(to, plane.length);
      }
      int control = frame[from++];
      if (control >= 0) {
        int count = Math.min(control + 1, plane.length - to);
        if (count > end - from) {
          throw truncated(to, plane.length);
        }
        System.arraycopy(frame, from, plane, to, count);
        from += control + 1;
        to += count;
      } else if (control != -128) {
        if (from >= end) {
          throw truncated(to, plane.length);
        }
        int count = Math.min(1 - control, plane.length - to);
        Arrays.fill(plane, to, to + count, frame[from++]);
        to += count;
      }
    }
  }

  private static DamagedStreamException truncated(int found, int expected) {
    return new DamagedStreamException(
        "an RLE segment must hold %d bytes, found %d".formatted(expected, found));
  }

  private static int int32(byte[] bytes, int index) {
    return (bytes[index] & 0xff)
        | (bytes[index + 1] & 0xff) << 8
        | (bytes[index + 2] & 0xff) << 16
        | bytes[index + 3] << 24;
  }
}
