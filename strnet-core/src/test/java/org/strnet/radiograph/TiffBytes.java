package org.strnet.radiograph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFF files written by hand, little-endian, one strip, not compressed. */
final class TiffBytes {

  private TiffBytes() {}

  /** A grey file of the given photometric interpretation: 0 is white-is-zero. */
  static byte[] grey(int width, int height, int photometric, int bits, byte[] samples) {
    return of(
        samples,
        new int[][] {
          {256, 4, width},
          {257, 4, height},
          {258, 3, bits},
          {259, 3, 1},
          {262, 3, photometric},
          {273, 4, 8},
          {277, 3, 1},
          {278, 4, height},
          {279, 4, samples.length}
        });
  }

  /** A file of the given samples, which start at byte 8, and tags: number, type, one value. */
  static byte[] of(byte[] samples, int[][] tags) {
    ByteBuffer out =
        ByteBuffer.allocate(8 + samples.length + 2 + 12 * tags.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + samples.length);
    out.put(samples).putShort((short) tags.length);
    for (int[] tag : tags) {
      out.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    return out.putInt(0).array();
  }
}
