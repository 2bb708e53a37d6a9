package org.strnet.server.load;

import java.math.BigInteger;
import java.util.UUID;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.phantom.PhantomObject;

/** Objects that no server has seen: one phantom's pixels under identifiers of their own. */
final class NewObjects {

  private final Attributes phantom;

  NewObjects(int number) {
    phantom = PhantomObject.draw(7, number);
  }

  /** An object and its SOP Instance UID. */
  record NewObject(String sopInstanceUid, byte[] file) {}

  /** Another object; safe for several threads. */
  synchronized NewObject next() {
    String uid = uid();
    phantom.setString(Tag.SOPInstanceUID, VR.UI, uid);
    phantom.setString(Tag.StudyInstanceUID, VR.UI, uid());
    phantom.setString(Tag.PatientID, VR.LO, "LOAD" + uid.substring(uid.length() - 9));
    return new NewObject(uid, PhantomObject.file(phantom));
  }

  /** PS3.5 B.2. */
  private static String uid() {
    UUID random = UUID.randomUUID();
    BigInteger number = new BigInteger(random.toString().replace("-", ""), 16);
    return "2.25." + number;
  }
}
