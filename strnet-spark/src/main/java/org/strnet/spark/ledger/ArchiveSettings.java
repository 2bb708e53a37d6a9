package org.strnet.spark.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.strnet.provenance.BadInputException;
import org.strnet.report.Wording;
import org.strnet.spark.identity.FilmIdentities.Form;

/**
 * What holds for a folder of results as long as it lives.
 *
 * @param format how rows are written
 * @param identifiers how identifiers stand in them
 */
public record ArchiveSettings(ResultFormat format, Form identifiers) {

  /** Version of the layout this program writes, and the only one it goes on with. */
  private static final int LAYOUT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  byte[] json() throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("layout", LAYOUT);
    node.put("format", format.code());
    node.put("identifiers", code(identifiers));
    node.put("note", Wording.RESEARCH_USE);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
  }

  /**
   * The settings a folder was begun with.
   *
   * @throws BadInputException when its layout is another one
   */
  static ArchiveSettings parse(String folder, byte[] json) throws IOException {
    JsonNode begun = JSON.readTree(json);
    require(folder, "layout", String.valueOf(LAYOUT), begun.path("layout").asText());
    try {
      return new ArchiveSettings(
          ResultFormat.valueOf(constant(begun, "format")),
          Form.valueOf(constant(begun, "identifiers")));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(folder, "has settings that are not known: " + begun, e);
    }
  }

  /**
   * Checks that a folder was begun with the same settings.
   *
   * @throws BadInputException when it was not
   */
  void requireSame(String folder, ArchiveSettings begun) {
    require(folder, "format", format.code(), begun.format.code());
    require(folder, "identifiers", code(identifiers), code(begun.identifiers));
  }

  private static String constant(JsonNode begun, String key) {
    return begun.path(key).asText().toUpperCase(Locale.ROOT);
  }

  private static void require(String folder, String key, String asked, String begun) {
    if (!asked.equals(begun)) {
      throw new BadInputException(
          folder, "was begun with %s %s, so it cannot go on with %s".formatted(key, begun, asked));
    }
  }

  private static String code(Form form) {
    return form.name().toLowerCase(Locale.ROOT);
  }
}
