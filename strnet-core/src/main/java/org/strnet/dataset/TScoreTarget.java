package org.strnet.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the T-score head learns: a number.
 *
 * @param column column of the number
 * @param name name in bundle and report
 * @param unit its unit, empty for a grade
 */
public record TScoreTarget(String column, String name, String unit) {

  /** The T-score in SD. */
  public static final TScoreTarget T_SCORE =
      new TScoreTarget(CohortColumns.T_SCORE, "T-score", "SD");

  private static final Set<String> KEYS = Set.of("column", "name", "unit");

  /** What the number is, for bundle and report. */
  public String meaning() {
    return unit.isEmpty() ? name : name + " in " + unit;
  }

  static TScoreTarget fromJson(JsonNode node) {
    HeadSettings settings = new HeadSettings("tScore", node, KEYS);
    String column = settings.required("column");
    boolean bone = column.equals(CohortColumns.T_SCORE);
    return new TScoreTarget(
        column,
        settings.text("name").orElse(bone ? T_SCORE.name : column),
        settings.text("unit").orElse(bone ? T_SCORE.unit : ""));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", column);
    json.put("name", name);
    json.put("unit", unit);
    return json;
  }
}
