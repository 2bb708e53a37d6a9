package org.strnet.dicom.codec.jpegls;

import java.util.Optional;
import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;
import org.strnet.radiograph.stream.ExpectedImage;

/** Everything of a stream before its entropy-coded data (T.87, C.1 and C.2). */
final class JpegLsHeader {

  private static final int SOI = 0xd8;
  private static final int SOS = 0xda;
  private static final int DRI = 0xdd;
  private static final int SOF55 = 0xf7;
  private static final int LSE = 0xf8;
  private static final int COMMENT = 0xfe;

  private final ExpectedImage image;
  private int precision;
  private int component;
  private PresetParameters preset = PresetParameters.NONE;
  private Optional<CodingParameters> parameters = Optional.empty();
  private int dataStart;

  private JpegLsHeader(ExpectedImage image) {
    this.image = image;
  }

  /** Reads up to and with the first scan header. */
  static JpegLsHeader read(ByteReader stream, ExpectedImage image) {
    if (stream.marker() != SOI) {
      throw new DamagedStreamException("a JPEG-LS stream must start with FFD8");
    }
    JpegLsHeader header = new JpegLsHeader(image);
    while (header.parameters.isEmpty()) {
      header.segment(stream.marker(), stream);
    }
    header.dataStart = stream.position();
    return header;
  }

  CodingParameters parameters() {
    return parameters.orElseThrow();
  }

  /** Index of the first byte of entropy-coded data. */
  int dataStart() {
    return dataStart;
  }

  private void segment(int marker, ByteReader stream) {
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) {
      throw new DamagedStreamException(
          "a frame and a scan must come before FF%02X".formatted(marker));
    }
    ByteReader segment = stream.segment();
    switch (marker) {
      case SOF55 -> frame(segment);
      case LSE -> preset = PresetParameters.read(segment);
      case SOS -> parameters = Optional.of(scan(segment));
      case DRI -> restarts(segment);
      default -> {
        boolean application = marker >= 0xe0 && marker <= 0xef;
        if (!application && marker != COMMENT) {
          throw new DamagedStreamException(
              "a JPEG-LS stream must have a frame FFF7, found FF%02X".formatted(marker));
        }
      }
    }
  }

  private static void restarts(ByteReader segment) {
    if (segment.uint16() != 0) {
      throw new DamagedStreamException("a JPEG-LS scan must have no restart intervals");
    }
  }

  private void frame(ByteReader segment) {
    if (precision != 0) {
      throw new DamagedStreamException("a JPEG-LS stream must have one frame, found two");
    }
    precision = segment.uint8();
    int rows = segment.uint16();
    int columns = segment.uint16();
    image.check(rows, columns, segment.uint8(), precision);
    if (precision < 2) {
      throw new DamagedStreamException("a precision is 2 to 16, found " + precision);
    }
    component = segment.uint8();
  }

  private CodingParameters scan(ByteReader segment) {
    if (precision == 0) {
      throw new DamagedStreamException("a scan must follow its frame header, found none");
    }
    int components = segment.uint8();
    if (components != 1) {
      throw new DamagedStreamException("a scan must have one component, found " + components);
    }
    int selected = segment.uint8();
    if (selected != component) {
      throw new DamagedStreamException(
          "a scan's component must be the frame's %d, found %d".formatted(component, selected));
    }
    int mapping = segment.uint8();
    int near = segment.uint8();
    int interleave = segment.uint8();
    int transform = segment.uint8();
    if (mapping != 0 || interleave != 0 || transform != 0) {
      throw new DamagedStreamException(
          "a scan must have no mapping table, interleave or point transform, found %d, %d, %d"
              .formatted(mapping, interleave, transform));
    }
    return preset.complete(precision, near);
  }
}
