package org.strnet.dicom.grayscale;

import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;

/**
 * Stored values that are no image (PS3.3 C.7.5.1.1.2).
 *
 * @param lowest smallest padding value
 * @param highest largest padding value; below the lowest where there is no padding
 */
record Padding(int lowest, int highest) {

  static Padding of(FilmHeader header, StoredValues stored) {
    OptionalInt value = value(header, Tag.PixelPaddingValue, stored);
    if (value.isEmpty()) {
      return new Padding(1, 0);
    }
    int first = value.getAsInt();
    int last = value(header, Tag.PixelPaddingRangeLimit, stored).orElse(first);
    return new Padding(Math.min(first, last), Math.max(first, last));
  }

  /** The value in the sign of the pixels, whatever its value representation says. */
  private static OptionalInt value(FilmHeader header, int tag, StoredValues stored) {
    OptionalInt found = header.integer(tag);
    return found.isEmpty()
        ? found
        : OptionalInt.of(stored.signed() ? (short) found.getAsInt() : found.getAsInt() & 0xffff);
  }

  boolean holds(int value) {
    return value >= lowest && value <= highest;
  }
}
