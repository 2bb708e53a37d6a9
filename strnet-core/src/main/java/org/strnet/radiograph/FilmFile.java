package org.strnet.radiograph;

import java.util.Locale;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * The bytes of one file while it is read.
 *
 * @param name file name without folders, for messages
 * @param bytes the whole file; not copied, never changed
 */
record FilmFile(String name, byte[] bytes) {

  int length() {
    return bytes.length;
  }

  /** Unsigned byte at an offset. */
  int at(int offset) {
    return bytes[offset] & 0xff;
  }

  /** Two bytes, most significant first. */
  int int16(int offset) {
    return at(offset) << 8 | at(offset + 1);
  }

  /** Four bytes, most significant first, unsigned. */
  long int32(int offset) {
    return (long) int16(offset) << 16 | int16(offset + 2);
  }

  /** The refusal of this file, to be thrown. */
  NotAssessableException refused(Reason reason, String rule, Object... found) {
    return new NotAssessableException(
        name, new NotAssessable(reason, String.format(Locale.ROOT, rule, found)));
  }

  /** The refusal of this file for damage that a decoder met, to be thrown. */
  NotAssessableException damaged(Throwable cause) {
    NotAssessableException refused =
        refused(
            Reason.DAMAGED_IMAGE,
            "the image must decode to its last pixel, the decoder met %s",
            cause.getClass().getSimpleName());
    refused.initCause(cause);
    return refused;
  }
}
