package org.strnet.dicom.node.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.ObjectName;

/** The answer to a STOW-RS request (PS3.18, 10.5.3) in the DICOM JSON model (PS3.18, annex F). */
final class StowResponse {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArrayNode stored = JSON.createArrayNode();
  private final ArrayNode failed = JSON.createArrayNode();
  private boolean onlyTransient = true;

  void stored(ObjectName object) {
    ObjectNode item = stored.addObject();
    name(item, object);
  }

  void failed(IntakeException refusal) {
    onlyTransient &= refusal.refusal().isTransient();
    failed(refusal.object(), refusal.refusal().status());
  }

  /** A part that was no object at all. */
  void failed(int status) {
    onlyTransient = false;
    failed(Optional.empty(), status);
  }

  private void failed(Optional<ObjectName> object, int status) {
    ObjectNode item = failed.addObject();
    object.ifPresent(name -> name(item, name));
    value(item, "00081197", "US").add(status);
  }

  private static void name(ObjectNode item, ObjectName object) {
    value(item, "00081150", "UI").add(object.sopClassUid());
    value(item, "00081155", "UI").add(object.sopInstanceUid());
  }

  private static ArrayNode value(ObjectNode into, String tag, String vr) {
    return into.putObject(tag).put("vr", vr).putArray("Value");
  }

  /** 200 all stored, 202 some, 503 none now, 409 none. */
  int httpStatus() {
    if (failed.isEmpty()) {
      return stored.isEmpty() ? 400 : 200;
    }
    if (!stored.isEmpty()) {
      return 202;
    }
    return onlyTransient ? 503 : 409;
  }

  String json() {
    ObjectNode dataset = JSON.createObjectNode();
    if (!failed.isEmpty()) {
      dataset.putObject("00081198").put("vr", "SQ").set("Value", failed);
    }
    if (!stored.isEmpty()) {
      dataset.putObject("00081199").put("vr", "SQ").set("Value", stored);
    }
    return dataset.toString();
  }
}
