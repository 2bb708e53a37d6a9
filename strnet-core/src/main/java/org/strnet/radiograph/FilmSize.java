package org.strnet.radiograph;

import org.strnet.radiograph.NotAssessable.Reason;

/** Whether the declared size is a film's, asked before any pixel is allocated. */
final class FilmSize {

  /** A film is at least this wide and high: fewer pixels do not show bone. */
  static final int LEAST_SIDE = 64;

  /** A film has at most this many pixels; the largest digital radiographs have about 20 million. */
  static final long MOST_PIXELS = 100_000_000;

  /**
   * No format packs more pixels into a byte: deflate reaches 1032 bytes per byte, LZW about 1360
   * and a JPEG block of 64 pixels takes at least two bits. A file that declares more is a bomb or
   * has lost its end.
   */
  static final long MOST_PIXELS_PER_BYTE = 2000;

  private FilmSize() {}

  static void check(FilmFile file, long width, long height) {
    if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
      throw file.refused(
          Reason.TOO_MANY_PIXELS,
          "a film has at most %d million pixels, the file declares %d x %d",
          MOST_PIXELS / 1_000_000,
          width,
          height);
    }
    if (width < LEAST_SIDE || height < LEAST_SIDE) {
      throw file.refused(
          Reason.TOO_FEW_PIXELS,
          "a film is at least %d pixels wide and high, found %d x %d",
          LEAST_SIDE,
          width,
          height);
    }
    if (width * height > MOST_PIXELS_PER_BYTE * file.length()) {
      throw file.refused(
          Reason.DAMAGED_IMAGE,
          "%d x %d pixels do not fit in a file of %d bytes",
          width,
          height,
          file.length());
    }
  }
}
