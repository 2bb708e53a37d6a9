package org.strnet.evaluation.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.provenance.BadInputException;

/**
 * {@code metrics.json}: one object whose keys are the metrics' names, each {@code {"value", "low",
 * "high", "n", "method"}}. A metric without an interval has null limits; one that cannot be
 * estimated has a null value and a {@code reason}.
 */
public final class MetricsFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private MetricsFile() {}

  /**
   * Writes the file.
   *
   * @param force whether a file there is replaced
   * @throws BadInputException if a file is there and is kept, or cannot be written
   */
  public static void write(Path file, Metrics metrics, boolean force) {
    ObjectNode root = JSON.createObjectNode();
    metrics.estimates().forEach((name, estimate) -> root.set(name, node(estimate)));
    try {
      ResultFile.write(file, JSON.writeValueAsString(root) + "\n", force);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metrics are plain numbers and texts", e);
    }
  }

  /** One figure as it stands in the file, for files that hold more than metrics. */
  public static ObjectNode node(Estimate estimate) {
    ObjectNode node = JSON.createObjectNode();
    put(node, "value", estimate.value());
    put(node, "low", estimate.low());
    put(node, "high", estimate.high());
    node.put("n", estimate.n());
    node.put(estimate.isEstimable() ? "method" : "reason", estimate.method());
    return node;
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(key, value.getAsDouble());
    } else {
      node.putNull(key);
    }
  }

  /**
   * Reads a file back.
   *
   * @throws BadInputException if it is none
   */
  public static Metrics read(Path file) {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      Map<String, Estimate> estimates = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : root.properties()) {
        estimates.put(entry.getKey(), estimate(file, entry.getKey(), entry.getValue()));
      }
      return new Metrics(estimates);
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "must be metrics in JSON", e);
    }
  }

  private static Estimate estimate(Path file, String name, JsonNode node) {
    JsonNode text = node.has("method") ? node.path("method") : node.path("reason");
    if (!node.path("n").isInt() || !text.isTextual()) {
      throw new BadInputException(file.toString(), name + " needs n and a method or a reason");
    }
    Optional<Interval> interval =
        node.path("low").isNumber()
            ? Optional.of(new Interval(node.path("low").asDouble(), node.path("high").asDouble()))
            : Optional.empty();
    OptionalDouble value =
        node.path("value").isNumber()
            ? OptionalDouble.of(node.path("value").asDouble())
            : OptionalDouble.empty();
    return new Estimate(value, interval, node.path("n").asInt(), text.asText());
  }
}
