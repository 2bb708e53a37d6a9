package org.strnet.dicom.grayscale;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.strnet.dicom.film.FilmRefusals;
import org.strnet.radiograph.NotAssessable.Reason;

/** A modality or VOI LUT (PS3.3 C.11.1 and C.11.2). */
final class LookupTable {

  private final int firstMapped;
  private final int[] entries;
  private final int bits;

  private LookupTable(int firstMapped, int[] entries, int bits) {
    this.firstMapped = firstMapped;
    this.entries = entries;
    this.bits = bits;
  }

  /**
   * Reads the item of a LUT sequence.
   *
   * @param signedInput whether the values that are looked up may be negative: the first mapped one
   *     is then signed, whatever its value representation says
   */
  static LookupTable of(Attributes item, boolean signedInput) {
    int[] descriptor = item.getInts(Tag.LUTDescriptor);
    byte[] data = item.getSafeBytes(Tag.LUTData);
    if (descriptor == null || descriptor.length != 3 || data == null) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE, "a LUT has a descriptor of 3 values and data, found less");
    }
    int count = (descriptor[0] & 0xffff) == 0 ? 1 << 16 : descriptor[0] & 0xffff;
    int bits = descriptor[2] & 0xffff;
    if (bits < 8 || bits > 16) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE, "a LUT has entries of 8 to 16 bits, found %d", bits);
    }
    int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xffff;
    return new LookupTable(first, entries(data, count, bits, item.bigEndian()), bits);
  }

  /** Entries stand in words, or, of 8 bits, two in a word. */
  private static int[] entries(byte[] data, int count, int bits, boolean bigEndian) {
    boolean packed = bits == 8 && data.length < 2 * count;
    if (data.length < (packed ? count : 2 * count)) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE,
          "a LUT of %d entries of %d bits, found %d bytes",
          count,
          bits,
          data.length);
    }
    int[] entries = new int[count];
    ByteBuffer words =
        ByteBuffer.wrap(data).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      entries[i] = packed ? data[i] & 0xff : words.getShort(2 * i) & 0xffff;
      if (entries[i] >>> bits != 0) {
        throw FilmRefusals.refused(
            Reason.DAMAGED_IMAGE,
            "an entry of a LUT of %d bits is below %d, found %d",
            bits,
            1 << bits,
            entries[i]);
      }
    }
    return entries;
  }

  /** The entry of a value; values before the first and after the last take these. */
  int at(double value) {
    long index = Math.round(value) - firstMapped;
    return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
  }

  /** The largest value that an entry can have. */
  int most() {
    return (1 << bits) - 1;
  }
}
