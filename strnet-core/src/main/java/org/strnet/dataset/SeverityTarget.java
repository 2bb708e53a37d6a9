package org.strnet.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the severity head learns, among films whose screening label is positive.
 *
 * @param column column of the label
 * @param rule how a value becomes a label
 * @param name name in bundle and report
 */
public record SeverityTarget(String column, LabelRule rule, String name) {

  /** Osteoporosis against osteopenia. */
  public static final SeverityTarget OSTEOPOROSIS =
      new SeverityTarget(
          CohortColumns.BONE_STATUS,
          new LabelRule.Words("osteoporosis", "osteopenia"),
          "osteoporosis");

  private static final Set<String> KEYS =
      Set.of("column", "positive", "negative", "atLeast", "among", "name");

  /** The target of a column, named after its rule. */
  public static SeverityTarget of(String column, LabelRule rule) {
    return new SeverityTarget(column, rule, defaultName(column, rule));
  }

  /** What a yes means, for bundle and report. */
  public String meaning() {
    return ScreeningTarget.defaultName(column, rule) + " among positives";
  }

  /**
   * The label of a film whose screening label is positive. A bone status of normal there is a
   * contradiction within the cohort, reported when the cohort is read; to the severity head it is
   * an unknown status.
   */
  Optional<Boolean> label(CohortFilm film) {
    if (column.equals(CohortColumns.BONE_STATUS)
        && film.value(column).strip().equalsIgnoreCase("normal")) {
      return Optional.empty();
    }
    return rule.label(film, column);
  }

  private static String defaultName(String column, LabelRule rule) {
    return column.equals(CohortColumns.BONE_STATUS) && rule instanceof LabelRule.Words words
        ? words.positive()
        : ScreeningTarget.defaultName(column, rule);
  }

  static SeverityTarget fromJson(JsonNode node) {
    HeadSettings settings = new HeadSettings("severity", node, KEYS);
    String column = settings.required("column");
    LabelRule rule = settings.rule();
    settings
        .text("among")
        .filter(among -> !among.equals("positive"))
        .ifPresent(
            among -> {
              throw settings.bad("among must be positive, found " + among);
            });
    return new SeverityTarget(
        column, rule, settings.text("name").orElse(defaultName(column, rule)));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", column);
    json.putAll(rule.toJson());
    json.put("among", "positive");
    json.put("name", name);
    return json;
  }
}
