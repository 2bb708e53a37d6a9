package org.strnet.dicom.codec.jpeg2000;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/**
 * The headers of a codestream (T.800, Annex A), read for what they would cost: size, tiles, levels,
 * precincts, layers. Every tile-part must lie within the stream.
 */
final class Codestream {

  private static final int SOC = 0x4f;
  private static final int SOT = 0x90;
  private static final int SOD = 0x93;
  private static final int EOC = 0xd9;
  private static final int SOP = 0x91;
  private static final int EPH = 0x92;

  private final ByteReader stream;
  private final ImageSize size;
  private final CodingCost cost;

  private Codestream(ByteReader stream, ImageSize size) {
    this.stream = stream;
    this.size = size;
    cost = new CodingCost(size);
  }

  /** Reads all headers from SOC on; returns the size that the stream gives. */
  static ImageSize check(ByteReader stream, ExpectedImage image) {
    if (stream.remaining() < 4 || stream.marker() != SOC) {
      throw new DamagedStreamException("a JPEG 2000 codestream must start with FF4F");
    }
    if (stream.marker() != 0x51) {
      throw new DamagedStreamException("a JPEG 2000 codestream must go on with FF51, its size");
    }
    ImageSize size = ImageSize.read(stream.segment(), image);
    Codestream codestream = new Codestream(stream, size);
    codestream.mainHeader();
    codestream.tileParts();
    return size;
  }

  private void mainHeader() {
    int start = stream.position();
    int marker = stream.marker();
    while (marker != SOT) {
      segment(marker);
      start = stream.position();
      marker = stream.marker();
    }
    cost.checkDefined();
    stream.position(start);
  }

  private void segment(int marker) {
    if (marker == SOD || marker == EOC || marker == SOC || marker < 0x50) {
      throw new DamagedStreamException(
          "a header must hold segments only, found FF%02X".formatted(marker));
    }
    cost.segment(marker, stream.segment());
  }

  private void tileParts() {
    boolean[] seen = new boolean[size.tiles()];
    int missing = seen.length;
    while (missing > 0 || hasTilePart()) {
      int start = stream.position();
      if (stream.marker() != SOT) {
        throw new DamagedStreamException(
            "a tile-part must start with FF90, and %d of %d tiles are missing"
                .formatted(missing, seen.length));
      }
      ByteReader header = stream.segment();
      int tile = header.uint16();
      long length = header.uint32();
      if (tile >= seen.length) {
        throw new DamagedStreamException(
            "a tile is one of %d, found %d".formatted(seen.length, tile));
      }
      missing -= seen[tile] ? 0 : 1;
      seen[tile] = true;
      tilePartHeader();
      int end = end(start, length);
      packets(stream.position(), end);
      stream.position(end);
    }
  }

  private boolean hasTilePart() {
    byte[] bytes = stream.array();
    int at = stream.position();
    return stream.remaining() >= 2 && (bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) == SOT;
  }

  private void tilePartHeader() {
    int marker = stream.marker();
    while (marker != SOD) {
      segment(marker);
      marker = stream.marker();
    }
  }

  /**
   * Packets hold no FF with more than 8F behind it but the markers around their headers (T.800,
   * B.10.1 and D.4.1).
   */
  private void packets(int from, int end) {
    byte[] bytes = stream.array();
    for (int i = from; i < end; i++) {
      if (bytes[i] == (byte) 0xff) {
        int next = i + 1 < end ? bytes[i + 1] & 0xff : 0xff;
        if (next > 0x8f && next != SOP && next != EPH) {
          throw new DamagedStreamException(
              "packets must hold no marker, found FF%02X".formatted(next));
        }
      }
    }
  }

  /** Where a tile-part ends; without a length it is the last one and ends with the stream's EOC. */
  private int end(int start, long length) {
    if (length == 0) {
      return endOfCodestream();
    }
    long end = start + length;
    int whole = stream.position() + stream.remaining();
    if (end < stream.position() || end > whole) {
      throw new DamagedStreamException(
          "a tile-part must end within %d bytes, found its end at %d".formatted(whole, end));
    }
    return (int) end;
  }

  private int endOfCodestream() {
    byte[] bytes = stream.array();
    int end = stream.position() + stream.remaining();
    while (end > stream.position() && bytes[end - 1] == 0) {
      end--; // padding to an even length
    }
    if (end - 2 < stream.position()
        || bytes[end - 2] != (byte) 0xff
        || bytes[end - 1] != (byte) EOC) {
      throw new DamagedStreamException("a tile-part without a length must end with FFD9");
    }
    return end - 2;
  }
}
