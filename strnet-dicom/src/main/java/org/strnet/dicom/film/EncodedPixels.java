package org.strnet.dicom.film;

import java.io.IOException;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.NotAssessable.Reason;

/** The value of Pixel Data (7FE0,0010) as it stands in the object, of one frame. */
public final class EncodedPixels {

  private final byte[] bytes;

  private EncodedPixels(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Those of a data set, if it has any. */
  static Optional<EncodedPixels> of(Attributes dataset, boolean encapsulated) throws IOException {
    Object value = dataset.getValue(Tag.PixelData);
    if (value == null || (value instanceof byte[] bytes && bytes.length == 0)) {
      return Optional.empty();
    }
    if (value instanceof Fragments fragments) {
      requireMatch(encapsulated, "fragments in a native transfer syntax");
      return Optional.of(new EncodedPixels(joined(fragments)));
    }
    requireMatch(!encapsulated, "no fragments in an encapsulated transfer syntax");
    byte[] bytes = dataset.getBytes(Tag.PixelData);
    boolean words = dataset.getVR(Tag.PixelData) == VR.OW;
    if (dataset.bigEndian() && words && dataset.getInt(Tag.BitsAllocated, 0) == 8) {
      return Optional.of(new EncodedPixels(swapped(bytes)));
    }
    return Optional.of(new EncodedPixels(bytes));
  }

  /** The frame's bytes; not copied, since films are large, and never changed. */
  byte[] bytes() {
    return bytes;
  }

  /** SHA-256 of the bytes: equal for copies of a film, whatever their headers say. */
  public String sha256() {
    return Sha256.of(bytes);
  }

  private static void requireMatch(boolean holds, String found) {
    if (!holds) {
      throw FilmRefusals.refused(
          Reason.DAMAGED_IMAGE, "pixels must be as the transfer syntax says, found %s", found);
    }
  }

  /** All fragments after the offset table: one frame may be cut into several (PS3.5 A.4). */
  private static byte[] joined(Fragments fragments) {
    int length = 0;
    for (int i = 1; i < fragments.size(); i++) {
      length = Math.addExact(length, fragment(fragments, i).length);
    }
    byte[] frame = new byte[length];
    int at = 0;
    for (int i = 1; i < fragments.size(); i++) {
      byte[] fragment = fragment(fragments, i);
      System.arraycopy(fragment, 0, frame, at, fragment.length);
      at += fragment.length;
    }
    return frame;
  }

  private static byte[] fragment(Fragments fragments, int index) {
    return fragments.get(index) instanceof byte[] bytes ? bytes : new byte[0];
  }

  /** Cells of 8 bits in big-endian words stand two by two in the wrong order (PS3.5 D.3). */
  private static byte[] swapped(byte[] words) {
    byte[] cells = new byte[words.length];
    for (int i = 0; i + 1 < words.length; i += 2) {
      cells[i] = words[i + 1];
      cells[i + 1] = words[i];
    }
    return cells;
  }
}
