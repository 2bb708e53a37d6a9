package org.strnet.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.io.ImageInputStream;

/**
 * A single-frame DICOM object as the decoder is asked for it.
 *
 * @param syntax of the object
 * @param frame its only frame, fragments joined
 * @param geometry by its attributes
 */
record DicomFrame(TransferSyntax syntax, byte[] frame, FrameGeometry geometry) {

  /** Reads an object of one frame. */
  static DicomFrame read(Path file) throws IOException {
    try (ImageInputStream in = new ImageInputStream(file.toFile())) {
      Attributes fmi = in.readFileMetaInformation();
      Attributes dataset = in.readDataset(-1, -1);
      String uid = fmi == null ? "1.2.840.10008.1.2" : fmi.getString(Tag.TransferSyntaxUID);
      FrameGeometry geometry =
          new FrameGeometry(
              dataset.getInt(Tag.Rows, 0),
              dataset.getInt(Tag.Columns, 0),
              dataset.getInt(Tag.BitsAllocated, 0),
              dataset.getInt(Tag.BitsStored, 0),
              dataset.getInt(Tag.HighBit, 0),
              dataset.getInt(Tag.PixelRepresentation, 0) == 1);
      return new DicomFrame(
          TransferSyntax.of(uid).orElseThrow(), pixels(dataset.getValue(Tag.PixelData)), geometry);
    }
  }

  short[] decode() {
    return FrameDecoder.decode(syntax, frame, geometry);
  }

  private static byte[] pixels(Object value) throws IOException {
    if (value instanceof Fragments fragments) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (Object fragment : fragments.subList(1, fragments.size())) {
        if (fragment instanceof byte[] bytes) {
          joined.write(bytes);
        }
      }
      return joined.toByteArray();
    }
    return (byte[]) value;
  }
}
