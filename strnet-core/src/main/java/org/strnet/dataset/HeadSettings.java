package org.strnet.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.strnet.provenance.BadInputException;

/** Reads one head's target from a configuration and refuses keys it does not know. */
final class HeadSettings {

  private final String head;
  private final JsonNode node;

  HeadSettings(String head, JsonNode node, Set<String> keys) {
    this.head = head;
    this.node = node;
    if (!node.isObject()) {
      throw bad("must be none or name a column, found " + node);
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!keys.contains(name)) {
        throw bad("knows the keys %s, found %s".formatted(keys.stream().sorted().toList(), name));
      }
    }
  }

  String required(String key) {
    return text(key).orElseThrow(() -> bad("needs a " + key));
  }

  Optional<String> text(String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  /** The rule: {@code atLeast}, or {@code positive} with {@code negative}, or yes against no. */
  LabelRule rule() {
    JsonNode limit = node.path("atLeast");
    Optional<String> positive = text("positive");
    Optional<String> negative = text("negative");
    boolean words = positive.isPresent() || negative.isPresent();
    if (!limit.isMissingNode() && !limit.isNull()) {
      if (words || !limit.isNumber()) {
        throw bad("atLeast must be a number and stands without positive and negative");
      }
      return new LabelRule.AtLeast(limit.asDouble());
    }
    if (!words) {
      return new LabelRule.YesNo();
    }
    if (positive.isEmpty()
        || negative.isEmpty()
        || positive.get().equalsIgnoreCase(negative.get())) {
      throw bad("positive and negative must be two different words");
    }
    return new LabelRule.Words(positive.get(), negative.get());
  }

  BadInputException bad(String rule) {
    return new BadInputException("targets." + head, rule);
  }
}
