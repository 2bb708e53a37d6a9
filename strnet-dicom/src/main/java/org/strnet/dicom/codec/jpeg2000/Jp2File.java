package org.strnet.dicom.codec.jpeg2000;

import org.strnet.radiograph.stream.ByteReader;
import org.strnet.radiograph.stream.DamagedStreamException;

/** The boxes of a JP2 file (T.800, Annex I). */
final class Jp2File {

  private static final long SIGNATURE = 0x6a502020; // jP and two spaces
  private static final long CODESTREAM = 0x6a703263; // jp2c

  private Jp2File() {}

  /** Where the codestream starts: 0 where there are no boxes around it. */
  static int codestream(byte[] stream) {
    ByteReader boxes = new ByteReader(stream);
    if (stream.length < 12 || boxes.uint32() != 12 || boxes.uint32() != SIGNATURE) {
      return 0;
    }
    boxes.position(12);
    while (true) {
      int start = boxes.position();
      long length = boxes.uint32();
      long kind = boxes.uint32();
      int header = 8;
      if (length == 1) {
        length = boxes.uint32() << 32 | boxes.uint32();
        header = 16;
      }
      if (kind == CODESTREAM) {
        return start + header;
      }
      if (length < header || length > boxes.remaining() + header) {
        throw new DamagedStreamException(
            "a box must end within the stream, found a length of " + length);
      }
      boxes.position((int) (start + length));
    }
  }
}
