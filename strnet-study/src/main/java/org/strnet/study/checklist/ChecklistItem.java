package org.strnet.study.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a checklist, and how this program answers it.
 *
 * @param number as in the checklist, e.g. {@code 15a}
 * @param section of a manuscript
 * @param topic in a few words
 * @param asks what the item asks for, in this project's words
 * @param fill sentences over facts that answer it; those with an unknown fact are left out
 * @param point places that answer it, e.g. {@code report:flow}; those that are not there are left
 *     out
 * @param known sentences over facts that help the authors but do not answer it
 * @param add what the authors add to an answer
 * @param write what the authors write where the program has no answer
 */
record ChecklistItem(
    @JsonProperty("item") String number,
    String section,
    String topic,
    String asks,
    List<String> fill,
    List<String> point,
    List<String> known,
    Optional<String> add,
    String write) {

  /** Copies the lists and checks that the item says something to everybody. */
  ChecklistItem {
    fill = List.copyOf(fill);
    point = List.copyOf(point);
    known = List.copyOf(known);
    Objects.requireNonNull(add);
    for (String text : List.of(number, section, topic, asks, write)) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("an item needs all its texts, found none in " + number);
      }
    }
  }
}
