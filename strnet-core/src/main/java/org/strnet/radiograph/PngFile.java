package org.strnet.radiograph;

import java.util.zip.CRC32;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * The structure of a PNG file: chunks with a checksum each, from IHDR to IEND (ISO/IEC 15948). The
 * platform's decoder checks none of it.
 */
final class PngFile {

  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;
  private static final long IHDR = 0x49484452;
  private static final long IEND = 0x49454e44;

  private PngFile() {}

  /** Refuses a file of an impossible size, with a bad checksum or without an end. */
  static void check(FilmFile file) {
    if (file.length() < SIGNATURE + CHUNK_FRAME + 13 || file.int32(SIGNATURE + 4) != IHDR) {
      throw damaged(file, "must start with an image header");
    }
    FilmSize.check(file, file.int32(16), file.int32(20));
    int offset = SIGNATURE;
    boolean ended = false;
    while (!ended) {
      if (file.length() - offset < CHUNK_FRAME
          || file.int32(offset) > file.length() - offset - CHUNK_FRAME) {
        throw damaged(file, "ends before its last chunk");
      }
      int length = (int) file.int32(offset);
      CRC32 checksum = new CRC32();
      checksum.update(file.bytes(), offset + 4, length + 4);
      if (checksum.getValue() != file.int32(offset + 8 + length)) {
        throw damaged(file, "has a chunk with a wrong checksum");
      }
      ended = file.int32(offset + 4) == IEND;
      offset += length + CHUNK_FRAME;
    }
  }

  private static NotAssessableException damaged(FilmFile file, String fault) {
    return file.refused(
        Reason.DAMAGED_IMAGE,
        "a PNG must be complete, this one %s (%d bytes)",
        fault,
        file.length());
  }
}
