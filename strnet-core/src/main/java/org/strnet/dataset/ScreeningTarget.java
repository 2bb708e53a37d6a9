package org.strnet.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the screening head learns.
 *
 * @param column column of the label
 * @param rule how a value becomes a label
 * @param name name in bundle and report
 */
public record ScreeningTarget(String column, LabelRule rule, String name) {

  /** Bone loss, as designed: column {@code bone_loss}, 1 or 0. */
  public static final ScreeningTarget BONE_LOSS =
      new ScreeningTarget(CohortColumns.BONE_LOSS, new LabelRule.YesNo(), "bone loss");

  private static final Set<String> KEYS =
      Set.of("column", "positive", "negative", "atLeast", "name");

  /** The target of a column, named after its rule. */
  public static ScreeningTarget of(String column, LabelRule rule) {
    return new ScreeningTarget(column, rule, defaultName(column, rule));
  }

  /** What a yes means, for bundle and report. */
  public String meaning() {
    return defaultName(column, rule);
  }

  static String defaultName(String column, LabelRule rule) {
    if (rule instanceof LabelRule.AtLeast atLeast) {
      return "%s >= %s".formatted(column, plain(atLeast.limit()));
    }
    if (rule instanceof LabelRule.Words words) {
      return "%s = %s".formatted(column, words.positive());
    }
    return column.equals(CohortColumns.BONE_LOSS) ? "bone loss" : column;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  static ScreeningTarget fromJson(JsonNode node) {
    HeadSettings settings = new HeadSettings("screening", node, KEYS);
    String column = settings.required("column");
    LabelRule rule = settings.rule();
    return new ScreeningTarget(
        column, rule, settings.text("name").orElse(defaultName(column, rule)));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", column);
    json.putAll(rule.toJson());
    json.put("name", name);
    return json;
  }
}
