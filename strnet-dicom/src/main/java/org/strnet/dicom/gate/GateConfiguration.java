package org.strnet.dicom.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.strnet.provenance.BadInputException;

/**
 * Which films a site assesses; {@code defaults.yaml} beside this class says what each key means.
 *
 * @param secondaryCapture digitised films and screenshots
 * @param forProcessing raw detector data
 * @param burnedInAnnotation films with writing in the pixels
 * @param bodyPart words for the knee
 * @param view words for the views
 * @param laterality films without a side
 * @param age limit
 * @param implantOrCast words for metal and plaster
 * @param wrongPolarity films whose bone is dark although the header says bright
 */
public record GateConfiguration(
    Policy secondaryCapture,
    Policy forProcessing,
    Policy burnedInAnnotation,
    BodyPart bodyPart,
    View view,
    Laterality laterality,
    Age age,
    Words implantOrCast,
    Policy wrongPolarity) {

  private static final String DEFAULTS = "defaults.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /**
   * Words for the part of the body.
   *
   * @param knee that mean the knee
   * @param unspecific that may mean the knee
   * @param missing what is done where the header says nothing
   */
  public record BodyPart(Words knee, Words unspecific, Policy missing) {}

  /**
   * Words for views.
   *
   * @param frontal that mean a frontal view
   * @param other that mean another view
   * @param missing what is done where the header says nothing
   */
  public record View(Words frontal, Words other, Policy missing) {}

  /**
   * Films without a side.
   *
   * @param missing what is done with them
   */
  public record Laterality(Policy missing) {}

  /**
   * Age of the patient.
   *
   * @param least years, 0 to 120
   * @param missing what is done where the age is not known
   */
  public record Age(int least, Policy missing) {

    /** Checks the range. */
    public Age {
      if (least < 0 || least > 120) {
        throw new IllegalArgumentException("age.least must be 0 to 120, found " + least);
      }
    }
  }

  /** Checks that every part is there. */
  public GateConfiguration {
    Objects.requireNonNull(secondaryCapture);
    Objects.requireNonNull(forProcessing);
    Objects.requireNonNull(burnedInAnnotation);
    Objects.requireNonNull(bodyPart);
    Objects.requireNonNull(view);
    Objects.requireNonNull(laterality);
    Objects.requireNonNull(age);
    Objects.requireNonNull(implantOrCast);
    Objects.requireNonNull(wrongPolarity);
  }

  /** The defaults. */
  public static GateConfiguration defaults() {
    return parse("defaults", "");
  }

  /**
   * Reads a file over the defaults.
   *
   * @throws BadInputException if a key is unknown, mistyped or out of range
   */
  public static GateConfiguration read(Path file) {
    try {
      return parse(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "the configuration cannot be read", e);
    }
  }

  /** As {@link #read(Path)}, from text; an empty text gives the defaults. */
  public static GateConfiguration parse(String source, String yaml) {
    ObjectNode tree = defaultTree();
    try {
      JsonNode changes = YAML.readTree(yaml);
      if (changes instanceof ObjectNode object) {
        merge(source, "", tree, object);
      } else if (!changes.isMissingNode() && !changes.isNull()) {
        throw new BadInputException(source, "a configuration is a mapping of keys to values");
      }
      return YAML.treeToValue(tree, GateConfiguration.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, e.getOriginalMessage(), e);
    }
  }

  private static void merge(String source, String path, ObjectNode into, ObjectNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      String key = path + change.getKey();
      JsonNode present = into.get(change.getKey());
      if (present == null) {
        throw new BadInputException(source, "unknown key " + key);
      }
      if (present instanceof ObjectNode object && change.getValue() instanceof ObjectNode values) {
        merge(source, key + ".", object, values);
      } else {
        into.set(change.getKey(), change.getValue());
      }
    }
  }

  private static ObjectNode defaultTree() {
    try (InputStream in = GateConfiguration.class.getResourceAsStream(DEFAULTS)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
