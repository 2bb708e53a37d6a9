package org.strnet.radiograph.jpeg;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;

/**
 * A scan header of one component (T.81, B.2.3).
 *
 * @param dcTable Huffman table of DC coefficients or differences, 0 to 3
 * @param acTable Huffman table of AC coefficients, 0 to 3
 * @param predictor 1 to 7 where the process is lossless, otherwise 0
 * @param pointTransform bits that samples were shifted down by; 0 for DCT
 */
record ScanHeader(int dcTable, int acTable, int predictor, int pointTransform) {

  /** Reads a scan header that must belong to the frame. */
  static ScanHeader read(ByteReader segment, FrameHeader frame) {
    int components = segment.uint8();
    if (components != 1) {
      throw new DamagedStreamException("a scan must have one component, found " + components);
    }
    int component = segment.uint8();
    if (component != frame.component()) {
      throw new DamagedStreamException(
          "a scan's component must be the frame's %d, found %d"
              .formatted(frame.component(), component));
    }
    int tables = segment.uint8();
    int start = segment.uint8();
    segment.skip(1); // end of the spectral selection
    int approximation = segment.uint8();
    if ((tables >> 4) > 3 || (tables & 15) > 3) {
      throw new DamagedStreamException("Huffman tables are 0 to 3, found %02X".formatted(tables));
    }
    return switch (frame.process()) {
      // A sequential scan holds every coefficient whole. Encoders are about that write another
      // range of coefficients, the NEMA's sample of JPEG Extended among them.
      case SEQUENTIAL_DCT -> new ScanHeader(tables >> 4, tables & 15, 0, 0);
      case LOSSLESS -> {
        checkLossless(start, approximation, frame.precision());
        yield new ScanHeader(tables >> 4, 0, start, approximation & 15);
      }
    };
  }

  private static void checkLossless(int predictor, int approximation, int precision) {
    if (predictor < 1 || predictor > 7) {
      throw new DamagedStreamException("a predictor is 1 to 7, found " + predictor);
    }
    if (approximation >= precision) {
      throw new DamagedStreamException(
          "a point transform must leave one of %d bits, found %02X"
              .formatted(precision, approximation));
    }
  }
}
