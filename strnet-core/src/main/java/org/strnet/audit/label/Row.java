package org.strnet.audit.label;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.strnet.dataset.CohortColumns;
import org.strnet.dataset.DecimalNumber;

/**
 * The values of one row as they are written; what is missing or no number breaks no rule.
 *
 * @param values by column
 */
record Row(Map<String, String> values) {

  /** Rounding of a written index, or of the height it was computed from. */
  private static final double INDEX_TOLERANCE = 0.03;

  private static final Set<String> LOW_BONE = Set.of("osteopenia", "osteoporosis");

  Optional<Double> number(String column) {
    OptionalDouble number = DecimalNumber.parse(values.getOrDefault(column, "").strip());
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  Optional<double[]> both(String first, String second) {
    return number(first).flatMap(a -> number(second).map(b -> new double[] {a, b}));
  }

  Optional<String> above(String column, double limit) {
    return number(column).filter(v -> v > limit).map(v -> column + " " + plain(v));
  }

  Optional<String> below(String column, double limit) {
    return number(column).filter(v -> v < limit).map(v -> column + " " + plain(v));
  }

  Optional<String> outside(String column, double low, double high) {
    return number(column).filter(v -> v < low || v > high).map(v -> column + " " + plain(v));
  }

  Optional<Double> within(String column, double low, double high) {
    return number(column).filter(v -> v >= low && v <= high);
  }

  boolean isMale() {
    return Set.of("male", "m").contains(word("sex"));
  }

  boolean isFemale() {
    return Set.of("female", "f").contains(word("sex"));
  }

  boolean isYes(String column) {
    return Set.of("yes", "y", "1", "true").contains(word(column));
  }

  boolean hasLowBoneClass() {
    return LOW_BONE.contains(word(CohortColumns.BONE_STATUS));
  }

  Optional<String> massIndexFault() {
    Optional<double[]> body = both(CohortColumns.HEIGHT, CohortColumns.BODY_WEIGHT);
    Optional<Double> index = number("bmi");
    if (body.isEmpty() || index.isEmpty() || body.get()[0] < 0.5 || body.get()[0] > 2.6) {
      return Optional.empty();
    }
    double expected = body.get()[1] / (body.get()[0] * body.get()[0]);
    return Math.abs(index.get() - expected) > Math.max(0.5, INDEX_TOLERANCE * expected)
        ? Optional.of(
            "bmi %s, height_m %s, weight_kg %s give %.1f"
                .formatted(
                    plain(index.get()), plain(body.get()[0]), plain(body.get()[1]), expected))
        : Optional.empty();
  }

  String word(String column) {
    return values.getOrDefault(column, "").strip().toLowerCase(Locale.ROOT);
  }

  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
