package org.strnet.dicom.node.pull;

import java.util.Arrays;
import java.util.List;

/**
 * Which films are wanted.
 *
 * @param modalities of the series; empty for all
 * @param bodyPart Body Part Examined; empty for all
 * @param studyDates a date or range; empty for all
 */
record Selection(List<String> modalities, String bodyPart, String studyDates) {

  /** Everything. */
  static final Selection ALL = new Selection(List.of(), "", "");

  Selection {
    modalities = List.copyOf(modalities);
  }

  static Selection of(String modalities, String bodyPart, String studyDates) {
    List<String> list =
        Arrays.stream(modalities.split("\\\\")).filter(text -> !text.isBlank()).toList();
    return new Selection(list, bodyPart, studyDates);
  }

  /** Whether a series is wanted; one that does not name its body part is. */
  boolean takes(String modality, String part) {
    return (modalities.isEmpty() || modalities.contains(modality))
        && (bodyPart.isEmpty() || part.isEmpty() || part.equalsIgnoreCase(bodyPart));
  }
}
