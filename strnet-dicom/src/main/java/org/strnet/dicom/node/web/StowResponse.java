package org.strnet.dicom.node.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.ObjectName;

/** The answer to a STOW-RS request (PS3.18, 10.5.3). */
public final class StowResponse {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> KEYWORDS =
      Map.of(
          "00081150", "ReferencedSOPClassUID",
          "00081155", "ReferencedSOPInstanceUID",
          "00081197", "FailureReason",
          "00081198", "FailedSOPSequence",
          "00081199", "ReferencedSOPSequence");

  private final ArrayNode stored = JSON.createArrayNode();
  private final ArrayNode failed = JSON.createArrayNode();
  private boolean onlyTransient = true;
  private OptionalInt endedEarly = OptionalInt.empty();

  StowResponse() {}

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

  /** The body was not read to its end. */
  void endedEarly(int status) {
    endedEarly = OptionalInt.of(status);
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

  /** How many objects are safely on disk. */
  public int storedObjects() {
    return stored.size();
  }

  /** How many parts were refused. */
  public int failedObjects() {
    return failed.size();
  }

  /** 200 all stored, 202 some, 503 none now, 409 none; 400 or 413 where the body broke off. */
  public int httpStatus() {
    if (endedEarly.isPresent()) {
      return endedEarly.getAsInt();
    }
    if (failed.isEmpty()) {
      return stored.isEmpty() ? 400 : 200;
    }
    if (!stored.isEmpty()) {
      return 202;
    }
    return onlyTransient ? 503 : 409;
  }

  /** In the DICOM JSON model (PS3.18, annex F). */
  public String json() {
    return dataset().toString();
  }

  /** As Native DICOM Model (PS3.19, annex A.1). */
  public String xml() {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<NativeDicomModel xml:space=\"preserve\">");
    attributes(text, dataset());
    return text.append("</NativeDicomModel>\n").toString();
  }

  private ObjectNode dataset() {
    ObjectNode dataset = JSON.createObjectNode();
    if (!failed.isEmpty()) {
      dataset.putObject("00081198").put("vr", "SQ").set("Value", failed);
    }
    if (!stored.isEmpty()) {
      dataset.putObject("00081199").put("vr", "SQ").set("Value", stored);
    }
    return dataset;
  }

  private static void attributes(StringBuilder text, JsonNode dataset) {
    for (Map.Entry<String, JsonNode> attribute : dataset.properties()) {
      String vr = attribute.getValue().get("vr").asText();
      text.append("<DicomAttribute tag=\"%s\" vr=\"".formatted(attribute.getKey()))
          .append("%s\" keyword=\"%s\">".formatted(vr, KEYWORDS.get(attribute.getKey())));
      int number = 0;
      for (JsonNode value : attribute.getValue().get("Value")) {
        number++;
        String element = vr.equals("SQ") ? "Item" : "Value";
        text.append("<%s number=\"%d\">".formatted(element, number));
        if (vr.equals("SQ")) {
          attributes(text, value);
        } else {
          text.append(escaped(value.asText()));
        }
        text.append("</%s>".formatted(element));
      }
      text.append("</DicomAttribute>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
