package org.strnet.dicom.codec.jpeg2000;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/**
 * The SIZ segment (T.800, A.5.1) of one component.
 *
 * @param precision bits of a sample
 * @param signed whether samples are two's complement
 * @param tileWidth columns of a tile, at most those of the image
 * @param tileHeight rows of a tile, at most those of the image
 * @param tiles how many
 */
record ImageSize(int precision, boolean signed, int tileWidth, int tileHeight, int tiles) {

  /** Films have one tile or a few hundred; each costs objects whatever its size is. */
  private static final long MOST_TILES = 4096;

  static ImageSize read(ByteReader segment, ExpectedImage image) {
    segment.skip(2); // capabilities
    long right = segment.uint32();
    long bottom = segment.uint32();
    long left = segment.uint32();
    long top = segment.uint32();
    long tileWidth = segment.uint32();
    long tileHeight = segment.uint32();
    long tileLeft = segment.uint32();
    long tileTop = segment.uint32();
    int components = segment.uint16();
    int depth = segment.uint8();
    int precision = (depth & 0x7f) + 1;
    image.check(bottom - top, right - left, components, precision);
    int stepX = segment.uint8();
    int stepY = segment.uint8();
    if (left != 0 || top != 0 || tileLeft != 0 || tileTop != 0 || stepX != 1 || stepY != 1) {
      throw new DamagedStreamException(
          "image and tiles must start at 0, 0, with every sample, found %d, %d and %d, %d, %d, %d"
              .formatted(left, top, tileLeft, tileTop, stepX, stepY));
    }
    if (tileWidth == 0 || tileHeight == 0) {
      throw new DamagedStreamException("a tile must have samples, found none");
    }
    long across = (right + tileWidth - 1) / tileWidth;
    long down = (bottom + tileHeight - 1) / tileHeight;
    if (across * down > MOST_TILES) {
      throw new DamagedStreamException(
          "an image must have at most %d tiles, found %d".formatted(MOST_TILES, across * down));
    }
    return new ImageSize(
        precision,
        depth > 0x7f,
        (int) Math.min(right, tileWidth),
        (int) Math.min(bottom, tileHeight),
        (int) (across * down));
  }
}
