package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/**
 * A frame header of one component (T.81, B.2.2).
 *
 * @param process how the frame is coded
 * @param precision bits of a sample
 * @param rows lines
 * @param columns samples per line
 * @param component its identifier
 * @param quantization its table, 0 to 3
 */
record FrameHeader(
    JpegProcess process, int precision, int rows, int columns, int component, int quantization) {

  /** Reads SOF0, SOF1 or SOF3 and compares it with the image; other frames are refused by name. */
  static FrameHeader read(int marker, ByteReader segment, ExpectedImage image) {
    JpegProcess process = process(marker);
    int precision = segment.uint8();
    int rows = segment.uint16();
    int columns = segment.uint16();
    image.check(rows, columns, segment.uint8(), precision);
    checkPrecision(process, precision);
    int component = segment.uint8();
    segment.skip(1); // sampling factors: one component alone is never interleaved (A.2.2)
    int quantization = segment.uint8();
    if (quantization > 3) {
      throw new DamagedStreamException(
          "a quantization table is 0 to 3, found %d".formatted(quantization));
    }
    return new FrameHeader(process, precision, rows, columns, component, quantization);
  }

  private static void checkPrecision(JpegProcess process, int precision) {
    boolean valid =
        switch (process) {
          case SEQUENTIAL_DCT -> precision == 8 || precision == 12;
          case LOSSLESS -> precision >= 2 && precision <= 16;
        };
    if (!valid) {
      throw new DamagedStreamException(
          "the precision must be one of JPEG %s, found %d".formatted(process.words(), precision));
    }
  }

  private static JpegProcess process(int marker) {
    return switch (marker) {
      case 0xc0, 0xc1 -> JpegProcess.SEQUENTIAL_DCT;
      case 0xc3 -> JpegProcess.LOSSLESS;
      case 0xc2 -> throw unsupported("progressive DCT");
      case 0xc5, 0xc6, 0xc7, 0xcd, 0xce, 0xcf -> throw unsupported("hierarchical coding");
      case 0xc9, 0xca, 0xcb -> throw unsupported("arithmetic coding");
      default -> throw unsupported("a frame of marker FF%02X".formatted(marker));
    };
  }

  private static DamagedStreamException unsupported(String found) {
    return new DamagedStreamException(
        "a JPEG stream must be sequential or lossless and Huffman coded, found " + found);
  }
}
