package org.strnet.dicom.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** Small films of nobody, for tests. */
public final class Films {

  /** Rows and columns. */
  public static final int SIDE = 64;

  private Films() {}

  /** A CR image of 12 bits whose samples are their own index. */
  public static Attributes film() {
    Attributes film = new Attributes();
    film.setString(Tag.SOPClassUID, VR.UI, UID.ComputedRadiographyImageStorage);
    film.setString(Tag.SOPInstanceUID, VR.UI, "2.25.3");
    film.setString(Tag.StudyInstanceUID, VR.UI, "2.25.1");
    film.setString(Tag.SeriesInstanceUID, VR.UI, "2.25.2");
    film.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    film.setString(Tag.BodyPartExamined, VR.CS, "KNEE");
    film.setString(Tag.ViewPosition, VR.CS, "AP");
    film.setString(Tag.PatientAge, VR.AS, "067Y");
    film.setInt(Tag.SamplesPerPixel, VR.US, 1);
    film.setInt(Tag.Rows, VR.US, SIDE);
    film.setInt(Tag.Columns, VR.US, SIDE);
    film.setInt(Tag.BitsAllocated, VR.US, 16);
    film.setInt(Tag.BitsStored, VR.US, 12);
    film.setInt(Tag.HighBit, VR.US, 11);
    film.setInt(Tag.PixelRepresentation, VR.US, 0);
    film.setBytes(Tag.PixelData, VR.OW, ramp(ByteOrder.LITTLE_ENDIAN));
    return film;
  }

  /** The words 0 to 4095. */
  public static byte[] ramp(ByteOrder order) {
    ByteBuffer words = ByteBuffer.allocate(2 * SIDE * SIDE).order(order);
    for (int i = 0; i < SIDE * SIDE; i++) {
      words.putShort((short) i);
    }
    return words.array();
  }

  /** A data set as a file in a native transfer syntax. */
  public static byte[] file(Attributes dataset, String syntax) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(dataset.createFileMetaInformation(syntax), dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** As {@link #file(Attributes, String)}, Explicit VR Little Endian. */
  public static byte[] file(Attributes dataset) {
    return file(dataset, UID.ExplicitVRLittleEndian);
  }
}
