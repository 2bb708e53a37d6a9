package org.strnet.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.strnet.radiograph.stream.DamagedStreamException;

/** Cells that are not compressed (PS3.5, 8.1.1 and 8.2). */
final class NativeFrame {

  private NativeFrame() {}

  /**
   * The cells of a frame; bytes after the last cell are padding.
   *
   * @param order of the bytes of a 16-bit cell. In 8-bit cells big-endian objects with OW swap the
   *     pixels of a pair (PS3.5, Annex A.3): that is the reader's, who knows the VR
   */
  static short[] decode(byte[] frame, FrameGeometry geometry, ByteOrder order) {
    if (frame.length < geometry.nativeBytes()) {
      throw new DamagedStreamException(
          "the frame must have %d bytes, found %d".formatted(geometry.nativeBytes(), frame.length));
    }
    short[] cells = new short[geometry.cells()];
    if (geometry.bitsAllocated() == 16) {
      ByteBuffer.wrap(frame).order(order).asShortBuffer().get(cells);
    } else {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (short) (frame[i] & 0xff);
      }
    }
    return cells;
  }
}
