package org.strnet.dicom.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.node.work.Outcome;
import org.strnet.dicom.node.work.ProcessedObject;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;

/** Turns every object into one small text report whose UID follows from the object's. */
public class FakeProcessing implements ObjectProcessing {

  /** Basic Text SR Storage. */
  public static final String SR = "1.2.840.10008.5.1.4.1.1.88.11";

  private final String sopClass;

  /** Reports of the class {@link #SR}. */
  public FakeProcessing() {
    this(SR);
  }

  /** Reports of another class. */
  public FakeProcessing(String sopClass) {
    this.sopClass = sopClass;
  }

  /** Calls so far. */
  public final AtomicInteger calls = new AtomicInteger();

  /** The UID of the result of an object. */
  public static String resultUid(String sopInstanceUid) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(sopInstanceUid.getBytes(StandardCharsets.UTF_8));
      return "2.25." + new BigInteger(1, Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SOP Instance UID of a file. */
  public static String uid(byte[] object) {
    try (ImageInputStream in = new ImageInputStream(new ByteArrayInputStream(object))) {
      return in.readDataset(-1, Tag.StudyDate).getString(Tag.SOPInstanceUID);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ProcessedObject process(byte[] object) {
    calls.incrementAndGet();
    String uid = resultUid(uid(object));
    Attributes report = new Attributes();
    report.setString(Tag.SOPClassUID, VR.UI, sopClass);
    report.setString(Tag.SOPInstanceUID, VR.UI, uid);
    report.setString(Tag.StudyInstanceUID, VR.UI, uid + ".1");
    report.setString(Tag.SeriesInstanceUID, VR.UI, uid + ".2");
    report.setString(Tag.Modality, VR.CS, "SR");
    byte[] file = TestObjects.file(report, TestObjects.EXPLICIT);
    return new ProcessedObject(
        Outcome.ASSESSED,
        "",
        List.of(new ResultObject(ResultKind.STRUCTURED_REPORT, sopClass, uid, file)));
  }
}
