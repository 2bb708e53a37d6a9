package org.strnet.study.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.strnet.provenance.BadInputException;

/**
 * {@code card.json}: the record as it is, statements nobody made as {@code null}. Read strictly: an
 * unknown or missing key is refused.
 */
public final class CardJson {

  private static final String VERSION = "schema_version";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CardJson() {}

  /** The card as text. */
  public static String write(AppliedModelCard card) {
    ObjectNode root = JSON.createObjectNode();
    root.put(VERSION, AppliedModelCard.SCHEMA_VERSION);
    root.setAll((ObjectNode) JSON.valueToTree(card));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card is plain numbers and texts", e);
    }
  }

  /**
   * Reads a card back.
   *
   * @param source file name for messages
   * @throws BadInputException if it is none, or of another version
   */
  public static AppliedModelCard read(String source, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!(root instanceof ObjectNode object)) {
        throw new BadInputException(source, "must be an object");
      }
      JsonNode version = object.path(VERSION);
      if (version.asInt() != AppliedModelCard.SCHEMA_VERSION) {
        throw new BadInputException(
            source,
            "%s must be %d, found %s".formatted(VERSION, AppliedModelCard.SCHEMA_VERSION, version));
      }
      object.remove(VERSION);
      return JSON.treeToValue(object, AppliedModelCard.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, "must be a model card: " + e.getOriginalMessage(), e);
    }
  }
}
