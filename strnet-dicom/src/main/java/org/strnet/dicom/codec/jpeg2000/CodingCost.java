package org.strnet.dicom.codec.jpeg2000;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;

/**
 * What coding styles cost (T.800, A.6.1 and A.6.2): packets are layers times precincts, and each is
 * an object of the decoder whether the stream has bytes for it or not.
 */
final class CodingCost {

  private static final int COD = 0x52;
  private static final int COC = 0x53;
  private static final int RGN = 0x5e;
  private static final int POC = 0x5f;
  private static final int PPM = 0x60;
  private static final int PPT = 0x61;

  private static final int MOST_LEVELS = 32;
  private static final int MOST_LAYERS = 1024;
  private static final long MOST_PACKETS = 1 << 20;

  private final ImageSize size;
  private int layers;
  private boolean defined;

  CodingCost(ImageSize size) {
    this.size = size;
  }

  /** Refuses what costs too much or is not supported. */
  void segment(int marker, ByteReader segment) {
    switch (marker) {
      case COD -> {
        int style = segment.uint8();
        segment.skip(1); // progression
        layers = segment.uint16();
        int transform = segment.uint8();
        if (layers < 1 || layers > MOST_LAYERS || transform > 1) {
          throw new DamagedStreamException(
              "layers are 1 to %d, found %d".formatted(MOST_LAYERS, layers));
        }
        style(segment, (style & 1) != 0);
        defined = true;
      }
      case COC -> {
        segment.skip(1); // component
        style(segment, (segment.uint8() & 1) != 0);
      }
      case RGN, POC, PPM, PPT ->
          throw new DamagedStreamException(
              "a film must have no region of interest, changed progression or packed headers,"
                  + " found FF%02X".formatted(marker));
      default -> {}
    }
  }

  /** Refuses a main header without a coding style. */
  void checkDefined() {
    if (!defined) {
      throw new DamagedStreamException("a main header must have a coding style FF52, found none");
    }
  }

  private void style(ByteReader segment, boolean ownPrecincts) {
    int levels = segment.uint8();
    int blockWidth = segment.uint8() + 2;
    int blockHeight = segment.uint8() + 2;
    segment.skip(1); // style of blocks
    int filter = segment.uint8();
    if (levels > MOST_LEVELS || filter > 1) {
      throw new DamagedStreamException(
          "levels are 0 to %d and the filter 0 or 1, found %d and %d"
              .formatted(MOST_LEVELS, levels, filter));
    }
    if (blockWidth > 10 || blockHeight > 10 || blockWidth + blockHeight > 12) {
      throw new DamagedStreamException(
          "a code-block has at most 2^12 samples, found 2^%d by 2^%d"
              .formatted(blockWidth, blockHeight));
    }
    long precincts = 0;
    for (int resolution = 0; resolution <= levels; resolution++) {
      int exponents = ownPrecincts ? segment.uint8() : 0xff;
      int down = levels - resolution;
      precincts +=
          parts(size.tileWidth(), down, exponents & 15)
              * parts(size.tileHeight(), down, exponents >> 4);
    }
    if (precincts * size.tiles() * Math.max(1, layers) > MOST_PACKETS) {
      throw new DamagedStreamException(
          "an image must have at most %d packets, found %d precincts in %d tiles and %d layers"
              .formatted(MOST_PACKETS, precincts, size.tiles(), layers));
    }
  }

  /** Precincts along a side, at least one. */
  private static long parts(long side, int down, int exponent) {
    long reduced = (side >> Math.min(down, 31)) + 1;
    return (reduced >> exponent) + 1;
  }
}
