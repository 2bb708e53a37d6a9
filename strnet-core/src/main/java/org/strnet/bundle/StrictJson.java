package org.strnet.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.strnet.provenance.BadInputException;

/**
 * One JSON object read strictly: a missing key, a value of another type and a key that nobody asked
 * for are refused with their place in the file.
 */
final class StrictJson {

  private final String source;
  private final String path;
  private final ObjectNode node;
  private final Set<String> read = new HashSet<>();

  private StrictJson(String source, String path, ObjectNode node) {
    this.source = source;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a whole document.
   *
   * @param source file name for messages
   * @param document must be an object
   * @param reader reads every key it knows; keys left over are refused
   */
  static <T> T read(String source, JsonNode document, Function<StrictJson, T> reader) {
    return readObject(source, "", document, reader);
  }

  private static <T> T readObject(
      String source, String path, JsonNode node, Function<StrictJson, T> reader) {
    if (!(node instanceof ObjectNode object)) {
      throw new BadInputException(
          source, (path.isEmpty() ? "the document" : path) + " must be an object");
    }
    StrictJson json = new StrictJson(source, path, object);
    T value = json.checked(() -> reader.apply(json));
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!json.read.contains(key)) {
                throw new BadInputException(source, "unknown key " + json.place(key));
              }
            });
    return value;
  }

  /** A record's own check speaks of the value; add where it stands. */
  private <T> T checked(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      String prefix = path.isEmpty() ? "" : path + ": ";
      throw new BadInputException(source, prefix + e.getMessage(), e);
    }
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual()) {
      throw refusal(key, "must be a text", value);
    }
    return value.textValue();
  }

  /** Empty where the key is missing: bundles of the same schema were written without it. */
  Optional<String> textIfThere(String key) {
    return node.has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  double number(String key) {
    JsonNode value = value(key);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw refusal(key, "must be a finite number", value);
    }
    return value.doubleValue();
  }

  long whole(String key) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw refusal(key, "must be a whole number", value);
    }
    return value.longValue();
  }

  int count(String key) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw refusal(key, "must be a whole number", value);
    }
    return value.intValue();
  }

  LocalDate date(String key) {
    String text = text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          source, place(key) + " must be a date like 2026-01-31, found " + text, e);
    }
  }

  /** The constant whose code stands there. */
  <E extends Enum<E>> E option(String key, E[] options, Function<E, String> code) {
    String found = text(key);
    List<String> codes = new ArrayList<>();
    for (E option : options) {
      if (code.apply(option).equals(found)) {
        return option;
      }
      codes.add(code.apply(option));
    }
    throw new BadInputException(
        source, place(key) + " must be one of " + codes + ", found " + found);
  }

  <T> T object(String key, Function<StrictJson, T> reader) {
    return readObject(source, place(key), value(key), reader);
  }

  /** Empty where the key is missing: bundles of the same schema were written without it. */
  <T> Optional<T> objectIfThere(String key, Function<StrictJson, T> reader) {
    return node.has(key) ? Optional.of(object(key, reader)) : Optional.empty();
  }

  /** Empty where {@code null} stands; the key itself must be there. */
  <T> Optional<T> optional(String key, Function<String, T> reader) {
    return value(key).isNull() ? Optional.empty() : Optional.of(reader.apply(key));
  }

  <T> List<T> objects(String key, Function<StrictJson, T> reader) {
    List<T> values = new ArrayList<>();
    for (JsonNode element : array(key)) {
      String place = place(key) + "[" + values.size() + "]";
      values.add(readObject(source, place, element, reader));
    }
    return values;
  }

  List<String> texts(String key) {
    List<String> values = new ArrayList<>();
    for (JsonNode element : array(key)) {
      if (!element.isTextual()) {
        throw refusal(key, "must hold texts", element);
      }
      values.add(element.textValue());
    }
    return values;
  }

  /** Whether a key stands there, for values that take one of two forms. */
  boolean has(String key) {
    return node.has(key);
  }

  double[] numbers(String key) {
    List<Double> values = new ArrayList<>();
    for (JsonNode element : array(key)) {
      if (!element.isNumber() || !Double.isFinite(element.doubleValue())) {
        throw refusal(key, "must hold finite numbers", element);
      }
      values.add(element.doubleValue());
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** An object whose keys are free and whose values are texts. */
  Map<String, String> textsByName(String key) {
    return object(
        key,
        names -> {
          Map<String, String> values = new TreeMap<>();
          names.node.fieldNames().forEachRemaining(name -> values.put(name, names.text(name)));
          return values;
        });
  }

  private JsonNode array(String key) {
    JsonNode value = value(key);
    if (!value.isArray()) {
      throw refusal(key, "must be a list", value);
    }
    return value;
  }

  private JsonNode value(String key) {
    read.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw new BadInputException(source, "missing key " + place(key));
    }
    return value;
  }

  private String place(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private BadInputException refusal(String key, String rule, JsonNode found) {
    return new BadInputException(source, place(key) + " " + rule + ", found " + found);
  }
}
