package org.strnet.radiograph;

import java.util.Optional;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.stream.EntropyBits;

/**
 * The structure of a JPEG file: segments up to the end-of-image marker (ITU-T T.81, annex B). The
 * platform's decoder fills what is missing with grey and says nothing.
 *
 * @param components 1 for grey, 3 for colours
 * @param width columns by the frame header
 * @param height rows by the frame header
 */
record JpegFile(int components, int width, int height) {

  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int TEM = 0x01;

  /** Progressive files have about ten; thousands are an attack on time. */
  private static final int MOST_SCANS = 64;

  /** Reads the frame header and checks size, kind and completeness. */
  static JpegFile check(FilmFile file) {
    Optional<JpegFile> frame = Optional.empty();
    int scans = 0;
    int offset = 2;
    while (true) {
      offset = nextMarker(file, offset);
      int marker = file.at(offset - 1);
      if (marker == EOI) {
        if (scans == 0) {
          throw damaged(file, "has no picture before its end");
        }
        return frame.orElseThrow();
      }
      if (marker == TEM || (marker >= RST0 && marker <= RST7)) {
        continue;
      }
      int length = segmentLength(file, offset);
      if (isFrame(marker)) {
        if (frame.isPresent() || length < 8) {
          throw damaged(file, "has no proper frame header");
        }
        frame = Optional.of(frame(file, marker, offset + 2));
      } else if (marker == SOS && (frame.isEmpty() || ++scans > MOST_SCANS)) {
        throw damaged(file, frame.isEmpty() ? "has a scan without a frame" : "has too many scans");
      }
      offset += length;
    }
  }

  /** The offset behind the next marker; entropy-coded data before it are passed over. */
  private static int nextMarker(FilmFile file, int from) {
    byte[] bytes = file.bytes();
    for (int i = from; i + 1 < bytes.length; i++) {
      while (i + 8 < bytes.length && !EntropyBits.hasFf(EntropyBits.word(bytes, i))) {
        i += 8;
      }
      if (bytes[i] == (byte) 0xff && bytes[i + 1] != 0 && bytes[i + 1] != (byte) 0xff) {
        return i + 2;
      }
    }
    throw damaged(file, "ends before its end-of-image marker");
  }

  private static int segmentLength(FilmFile file, int offset) {
    if (offset + 2 > file.length()) {
      throw damaged(file, "ends within a segment");
    }
    int length = file.int16(offset);
    if (length < 2 || length > file.length() - offset) {
      throw damaged(file, "ends within a segment");
    }
    return length;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static JpegFile frame(FilmFile file, int marker, int offset) {
    int precision = file.at(offset);
    int components = file.at(offset + 5);
    if (marker > 0xc2 || precision != 8) {
      throw file.refused(
          Reason.NOT_AN_IMAGE,
          "a JPEG must be baseline, extended or progressive with 8 bits,"
              + " found kind SOF%d with %d bits",
          marker - 0xc0,
          precision);
    }
    int height = file.int16(offset + 1);
    int width = file.int16(offset + 3);
    FilmSize.check(file, width, height);
    if (components != 1 && components != 3) {
      throw file.refused(
          Reason.COLOUR_IMAGE,
          "a JPEG must have 1 component (grey) or 3, found %d%s",
          components,
          components == 4 ? " (CMYK)" : "");
    }
    return new JpegFile(components, width, height);
  }

  private static NotAssessableException damaged(FilmFile file, String fault) {
    return file.refused(
        Reason.DAMAGED_IMAGE,
        "a JPEG must be complete, this one %s (%d bytes)",
        fault,
        file.length());
  }
}
