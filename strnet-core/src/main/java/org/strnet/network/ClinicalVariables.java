package org.strnet.network;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is known of one patient; a variable that is not known is absent.
 *
 * @param values known variables in their units (sex: female 1, male 0; yes 1, no 0)
 */
public record ClinicalVariables(Map<ClinicalVariable, Double> values) {

  /** Nothing is known. */
  public static final ClinicalVariables NONE = new ClinicalVariables(Map.of());

  /** Copies the map and refuses values no patient has. */
  public ClinicalVariables {
    values.forEach(
        (variable, value) -> {
          if (!variable.isPlausible(value)) {
            throw new IllegalArgumentException(
                variable.column() + " is implausible, found " + value);
          }
        });
    values = Map.copyOf(values);
  }

  /** The value of a variable, if known. */
  public OptionalDouble value(ClinicalVariable variable) {
    Double value = values.get(variable);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The same with one variable more, or another value. */
  public ClinicalVariables with(ClinicalVariable variable, double value) {
    Map<ClinicalVariable, Double> more = new EnumMap<>(ClinicalVariable.class);
    more.putAll(values);
    more.put(variable, value);
    return new ClinicalVariables(more);
  }
}
