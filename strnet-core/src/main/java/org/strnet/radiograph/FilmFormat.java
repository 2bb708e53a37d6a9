package org.strnet.radiograph;

import java.util.Optional;

/** The file formats of films, told by their first bytes, never by the file's name. */
enum FilmFormat {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff"),
  TIFF_LITTLE_ENDIAN("II*\0"),
  TIFF_BIG_ENDIAN("MM\0*");

  /** Bytes that suffice to tell the formats apart. */
  static final int HEAD = 8;

  private final String start;

  FilmFormat(String start) {
    this.start = start;
  }

  /** The format of a file that starts with these bytes, if it is one of ours. */
  static Optional<FilmFormat> of(byte[] head) {
    for (FilmFormat format : values()) {
      if (format.matches(head)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean matches(byte[] head) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= head.length || (head[i] & 0xff) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
