package org.strnet.radiograph.jpeg;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** Everything of a stream before its entropy-coded data (T.81, B.2). */
final class JpegHeader {

  private static final int SOI = 0xd8;
  private static final int DHT = 0xc4;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DRI = 0xdd;

  private final @Nullable HuffmanTable[] huffman = new @Nullable HuffmanTable[8];
  private final int @Nullable [][] quantization = new int @Nullable [4][];
  private Optional<FrameHeader> frame = Optional.empty();
  private Optional<ScanHeader> scan = Optional.empty();
  private int restartInterval;
  private int dataStart;

  private JpegHeader() {}

  /** Reads up to and with the first scan header. */
  static JpegHeader read(ByteReader stream, ExpectedImage image) {
    if (stream.marker() != SOI) {
      throw new DamagedStreamException("a JPEG stream must start with FFD8");
    }
    JpegHeader header = new JpegHeader();
    while (header.scan.isEmpty()) {
      header.segment(stream.marker(), stream, image);
    }
    header.dataStart = stream.position();
    return header;
  }

  private void segment(int marker, ByteReader stream, ExpectedImage image) {
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) {
      throw new DamagedStreamException(
          "tables, a frame and a scan must come before FF%02X".formatted(marker));
    }
    ByteReader segment = stream.segment();
    switch (marker) {
      case DHT -> huffmanTables(segment);
      case DQT -> quantizationTables(segment);
      case DRI -> restartInterval = segment.uint16();
      case SOS -> scan = Optional.of(ScanHeader.read(segment, frame()));
      default -> {
        if (marker <= 0xcf) {
          frame(marker, segment, image);
        } else if (marker < 0xe0 || marker == 0xf7 || marker == 0xf8) {
          throw new DamagedStreamException(
              "a JPEG stream must be sequential or lossless, found marker FF%02X"
                  .formatted(marker));
        }
      }
    }
  }

  private void frame(int marker, ByteReader segment, ExpectedImage image) {
    if (frame.isPresent()) {
      throw new DamagedStreamException("a JPEG stream must have one frame, found two");
    }
    frame = Optional.of(FrameHeader.read(marker, segment, image));
  }

  private void huffmanTables(ByteReader segment) {
    while (segment.remaining() > 0) {
      int which = segment.uint8();
      int kind = which >> 4;
      int index = which & 15;
      if (kind > 1 || index > 3) {
        throw new DamagedStreamException(
            "a Huffman table is DC or AC, 0 to 3, found %02X".formatted(which));
      }
      huffman[kind * 4 + index] = HuffmanTable.read(segment, kind == 1);
    }
  }

  private void quantizationTables(ByteReader segment) {
    while (segment.remaining() > 0) {
      int which = segment.uint8();
      int wide = which >> 4;
      int index = which & 15;
      if (wide > 1 || index > 3) {
        throw new DamagedStreamException(
            "a quantization table has 8 or 16 bits and is 0 to 3, found %02X".formatted(which));
      }
      int[] table = new int[64];
      for (int i = 0; i < table.length; i++) {
        table[i] = wide == 1 ? segment.uint16() : segment.uint8();
      }
      quantization[index] = table;
    }
  }

  FrameHeader frame() {
    return frame.orElseThrow(
        () -> new DamagedStreamException("a scan must follow its frame header, found none"));
  }

  ScanHeader scan() {
    return scan.orElseThrow();
  }

  /** MCUs between two restart markers; 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  /** Index of the first byte of entropy-coded data. */
  int dataStart() {
    return dataStart;
  }

  HuffmanTable dcTable() {
    return table(scan().dcTable());
  }

  HuffmanTable acTable() {
    return table(4 + scan().acTable());
  }

  private HuffmanTable table(int index) {
    HuffmanTable table = huffman[index];
    if (table == null) {
      throw new DamagedStreamException("the scan's Huffman table must be defined, found none");
    }
    return table;
  }

  /** 64 steps in zigzag order. */
  int[] quantizationTable() {
    int[] table = quantization[frame().quantization()];
    if (table == null) {
      throw new DamagedStreamException("the frame's quantization table must be defined");
    }
    return table;
  }
}
