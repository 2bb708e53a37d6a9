package org.strnet.training.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.provenance.BadInputException;

/**
 * The JSON header of a safetensors file: metadata, and where each tensor lies. Entries cover the
 * data from its first byte to its last without hole or overlap.
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** One tensor: bytes {@code begin} to {@code end} (exclusive) of the data. */
  record Entry(String name, String type, long[] shape, long begin, long end) {}

  /**
   * Reads and checks a header.
   *
   * @param source the file's name, for messages
   * @param dataLength bytes after the header
   */
  static SafetensorsHeader parse(String source, byte[] json, long dataLength) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new BadInputException(source, "the safetensors header is not JSON", e);
    }
    if (!root.isObject()) {
      throw new BadInputException(source, "the safetensors header must be a JSON object");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        metadata.putAll(metadata(source, field.getValue()));
      } else {
        entries.add(entry(source, field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    checkCover(source, entries, dataLength);
    return new SafetensorsHeader(metadata, entries);
  }

  private static Map<String, String> metadata(String source, JsonNode node) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw new BadInputException(
            source, "metadata must be text, found " + field.getKey() + " = " + field.getValue());
      }
      metadata.put(field.getKey(), field.getValue().textValue());
    }
    return metadata;
  }

  private static Entry entry(String source, String name, JsonNode node) {
    long[] shape = integers(source, name, node.path("shape"));
    long[] offsets = integers(source, name, node.path("data_offsets"));
    JsonNode type = node.path("dtype");
    if (!type.isTextual() || offsets.length != 2 || offsets[0] > offsets[1]) {
      throw new BadInputException(
          source,
          "tensor " + name + " needs dtype, shape and data_offsets [begin, end], found " + node);
    }
    return new Entry(name, type.textValue(), shape, offsets[0], offsets[1]);
  }

  private static long[] integers(String source, String name, JsonNode node) {
    long[] values = new long[node.size()];
    boolean good = node.isArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = node.path(i).canConvertToLong() ? node.path(i).longValue() : -1;
      good &= node.path(i).isIntegralNumber() && values[i] >= 0;
    }
    if (!good) {
      throw new BadInputException(
          source, "tensor " + name + ": shape and offsets must be whole numbers, found " + node);
    }
    return values;
  }

  private static void checkCover(String source, List<Entry> entries, long dataLength) {
    long covered = 0;
    for (Entry entry : entries) {
      if (entry.begin() != covered) {
        throw new BadInputException(
            source,
            "tensor %s must begin at byte %d, where the one before ends, found %d"
                .formatted(entry.name(), covered, entry.begin()));
      }
      covered = entry.end();
    }
    if (covered != dataLength) {
      throw new BadInputException(
          source,
          "the tensors take %d bytes, but %d follow the header".formatted(covered, dataLength));
    }
  }

  /** The header as JSON, padded with spaces to a multiple of 8 bytes. */
  byte[] toJson() {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode node = root.putObject(METADATA);
      metadata.forEach(node::put);
    }
    for (Entry entry : entries) {
      ObjectNode node = root.putObject(entry.name());
      node.put("dtype", entry.type());
      ArrayNode shape = node.putArray("shape");
      for (long size : entry.shape()) {
        shape.add(size);
      }
      node.putArray("data_offsets").add(entry.begin()).add(entry.end());
    }
    try {
      byte[] json = JSON.writeValueAsBytes(root);
      byte[] padded = new byte[(json.length + 7) / 8 * 8];
      Arrays.fill(padded, (byte) ' ');
      System.arraycopy(json, 0, padded, 0, json.length);
      return padded;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header of numbers and text is always JSON", e);
    }
  }
}
