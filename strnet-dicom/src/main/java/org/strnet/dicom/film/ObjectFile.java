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

  private ObjectFile() {}

  /** The file; the data set is not changed. */
  public static byte[] of(Attributes dataset) {
    Attributes meta = dataset.createFileMetaInformation(UID.ExplicitVRLittleEndian);
    meta.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS);
    meta.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(meta, dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
