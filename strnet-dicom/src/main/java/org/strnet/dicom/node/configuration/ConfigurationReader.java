package org.strnet.dicom.node.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.strnet.provenance.BadInputException;

/** Lays a file over the defaults; each entry of a list is laid over the defaults of its kind. */
final class ConfigurationReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  private ConfigurationReader() {}

  static NodeConfiguration read(Path file, String defaults) {
    try {
      return parse(String.valueOf(file.getFileName()), defaults, Files.readString(file));
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "the configuration cannot be read", e);
    }
  }

  static NodeConfiguration parse(String source, String defaults, String yaml) {
    ObjectNode tree = resource("defaults.yaml");
    ObjectNode entries = resource("entry-defaults.yaml");
    try {
      for (String text : new String[] {defaults, yaml}) {
        JsonNode changes = YAML.readTree(text);
        if (changes instanceof ObjectNode object) {
          merge(source, "", tree, object, entries);
        } else if (!changes.isMissingNode() && !changes.isNull()) {
          throw new BadInputException(source, "a configuration is a mapping of keys to values");
        }
      }
      return YAML.treeToValue(tree, NodeConfiguration.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, e.getOriginalMessage(), e);
    }
  }

  static String write(NodeConfiguration configuration) {
    try {
      return YAML.writeValueAsString(configuration);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void merge(
      String source, String path, ObjectNode into, ObjectNode changes, ObjectNode entries) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      String key = path + change.getKey();
      JsonNode present = into.get(change.getKey());
      if (present == null) {
        throw new BadInputException(source, "unknown key " + key);
      }
      JsonNode value = change.getValue();
      if (present instanceof ObjectNode object && value instanceof ObjectNode values) {
        merge(source, key + ".", object, values, entries);
      } else if (entries.get(key) instanceof ObjectNode entry && value instanceof ArrayNode list) {
        into.set(change.getKey(), entries(source, key, entry, list, entries));
      } else {
        into.set(change.getKey(), value);
      }
    }
  }

  private static ArrayNode entries(
      String source, String key, ObjectNode defaults, ArrayNode list, ObjectNode entries) {
    ArrayNode merged = YAML.createArrayNode();
    for (JsonNode value : list) {
      if (!(value instanceof ObjectNode values)) {
        throw new BadInputException(source, key + " is a list of mappings");
      }
      ObjectNode entry = defaults.deepCopy();
      merge(source, key + ".", entry, values, entries);
      merged.add(entry);
    }
    return merged;
  }

  private static ObjectNode resource(String name) {
    try (InputStream in = NodeConfiguration.class.getResourceAsStream(name)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
