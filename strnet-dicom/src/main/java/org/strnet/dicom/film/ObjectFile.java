package org.strnet.dicom.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** A data set as a file after PS3.10, Explicit VR Little Endian, that says what wrote it. */
public final class ObjectFile {

  /** Implementation Class UID of this program (PS3.7 D.3.3.2). */
  public static final String IMPLEMENTATION_CLASS = "2.25.252449961418577665399139287326853988351";

  /** Implementation Version Name. */
  public static final String IMPLEMENTATION_VERSION = "STRNET_JAVA_0_1";

  /** More than most headers have, so that a file with large pixels is written without copies. */
  private static final int HEADER = 1 << 14;

  private ObjectFile() {}

  /** The file; the data set is not changed. */
  public static byte[] of(Attributes dataset) {
    Attributes meta = dataset.createFileMetaInformation(UID.ExplicitVRLittleEndian);
    meta.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS);
    meta.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER + pixels(dataset));
    try (ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(meta, dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int pixels(Attributes dataset) {
    return dataset.getValue(Tag.PixelData) instanceof byte[] pixels ? pixels.length : 0;
  }
}
