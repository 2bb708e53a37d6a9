package org.strnet.study.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.strnet.provenance.TrainingProvenance;

/**
 * Single settings of the configuration a bundle quotes. The configuration is text to this module:
 * what cannot be read, or is not there, is unknown.
 */
public final class TrainingSettings {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode root;

  private TrainingSettings(JsonNode root) {
    this.root = root;
  }

  /** The settings of a bundle. */
  public static TrainingSettings of(TrainingProvenance training) {
    try {
      return new TrainingSettings(YAML.readTree(training.configuration()));
    } catch (JsonProcessingException e) {
      return new TrainingSettings(YAML.createObjectNode());
    }
  }

  /** One setting, for instance {@code network.backbone}; empty when unset or no single value. */
  public Optional<String> value(String path) {
    JsonNode node = root.at("/" + path.replace('.', '/'));
    return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  /** All single settings by dotted path. */
  public Map<String, String> all() {
    Map<String, String> settings = new TreeMap<>();
    collect("", root, settings);
    return settings;
  }

  private void collect(String path, JsonNode node, Map<String, String> settings) {
    node.properties()
        .forEach(
            child -> {
              String place = path.isEmpty() ? child.getKey() : path + "." + child.getKey();
              value(place).ifPresent(text -> settings.put(place, text));
              collect(place, child.getValue(), settings);
            });
  }
}
