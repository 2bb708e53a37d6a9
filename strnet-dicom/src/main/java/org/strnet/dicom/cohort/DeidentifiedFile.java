package org.strnet.dicom.cohort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.deidentification.Deidentifier;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.ObjectFile;
import org.strnet.dicom.film.StoredImage;

/** A film's object without its patient, its samples as they were stored, not compressed. */
final class DeidentifiedFile {

  private DeidentifiedFile() {}

  /** The file after PS3.10, Explicit VR Little Endian. */
  static byte[] of(FilmHeader header, StoredImage image, Deidentifier deidentifier) {
    Attributes object = deidentifier.deidentified(header.attributes());
    boolean bytes = image.geometry().bitsAllocated() == 8;
    object.setBytes(Tag.PixelData, bytes ? VR.OB : VR.OW, bytes ? bytes(image) : words(image));
    return ObjectFile.of(object);
  }

  private static byte[] words(StoredImage image) {
    ByteBuffer words = ByteBuffer.allocate(2 * image.cells().length).order(ByteOrder.LITTLE_ENDIAN);
    words.asShortBuffer().put(image.cells());
    return words.array();
  }

  /** An odd number of cells is padded, since values have an even length. */
  private static byte[] bytes(StoredImage image) {
    byte[] bytes = new byte[image.cells().length + image.cells().length % 2];
    for (int i = 0; i < image.cells().length; i++) {
      bytes[i] = (byte) image.cells()[i];
    }
    return bytes;
  }
}
