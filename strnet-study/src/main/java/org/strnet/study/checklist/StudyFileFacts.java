package org.strnet.study.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.provenance.BadInputException;

/**
 * Facts a study's {@code study.json} tells, by the names that the checklists' sentences use. What
 * is not in the file is unknown.
 */
final class StudyFileFacts {

  /** Tables of the file that are there to be pointed to when they hold something. */
  static final Map<String, String> TABLES =
      Map.of(
          "subgroups", "/subgroups/columns",
          "adjusted", "/adjusted_auroc",
          "gains", "/gains");

  private final JsonNode study;
  private final Map<String, String> facts = new LinkedHashMap<>();

  private StudyFileFacts(JsonNode study) {
    this.study = study;
  }

  /**
   * Reads the file.
   *
   * @throws BadInputException if it is no JSON
   */
  static StudyFileFacts read(Path file) {
    try {
      return new StudyFileFacts(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "must be a study in JSON", e);
    }
  }

  Map<String, String> facts() {
    put("study.mode", "/mode_words");
    if (study.path("mode").asText().equals("external")) {
      facts.put("study.no_updating", "Nothing was updated. " + study.path("mode_words").asText());
    }
    put("study.bundle_sha256", "/bundle/sha256");
    put("study.cohort", "/cohort/file");
    put("study.cohort_hash", "/cohort/sha256");
    put("study.films", "/cohort/films");
    put("study.patients", "/cohort/patients");
    put("study.selection", "/cohort/selection");
    put("study.repetitions", "/bootstrap/most_repetitions");
    put("study.seed", "/bootstrap/seed");
    put("study.program", "/run/program");
    put("study.command", "/run/command");
    put("finding", "/heads/screening");
    put("severity", "/heads/severity");
    put("tscore", "/heads/tscore/meaning");
    put("unit", "/heads/tscore/unit");
    put("reference", "/heads/tscore/reference_standard");
    put("study.regions", "/regions");
    facts.computeIfPresent("study.regions", (name, code) -> regions(code));
    if (study.at("/bundle/trained_on_this_cohort").asBoolean()) {
      facts.put(
          "study.overlap",
          "The bundle was trained on this very cohort file: it has learnt from these films.");
    }
    return facts;
  }

  /** Whether a table holds something. */
  boolean has(String table) {
    return !study.at(TABLES.getOrDefault(table, "/none")).isEmpty();
  }

  private void put(String name, String place) {
    JsonNode value = study.at(place);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      facts.put(name, value.asText());
    }
  }

  private static String regions(String code) {
    return code.equals("annotated")
        ? "annotated joints where the cohort has them, else those the finder finds"
        : "always the joints the finder finds";
  }
}
