package org.strnet.server.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;

/** Clinical variables from a JSON object. */
final class ClinicalRequest {

  private ClinicalRequest() {}

  /**
   * Reads them.
   *
   * @param given by column name
   * @throws ProblemException that names what cannot be used
   */
  static ClinicalVariables read(Map<String, Object> given) {
    if (given.isEmpty()) {
      throw new ProblemException(
          Problem.IMPLAUSIBLE_VALUE, "at least one variable of " + columns());
    }
    Map<ClinicalVariable, Double> values = new EnumMap<>(ClinicalVariable.class);
    given.forEach(
        (column, value) -> {
          ClinicalVariable variable =
              ClinicalVariable.ofColumn(column)
                  .orElseThrow(
                      () ->
                          new ProblemException(
                              Problem.IMPLAUSIBLE_VALUE, "variables are of " + columns()));
          values.put(variable, number(variable, value));
        });
    return new ClinicalVariables(values);
  }

  private static double number(ClinicalVariable variable, @Nullable Object value) {
    double number =
        switch (variable.kind()) {
          case CONTINUOUS -> value instanceof Number it ? it.doubleValue() : Double.NaN;
          case YES_NO -> value instanceof Boolean it ? (it ? 1 : 0) : Double.NaN;
          case SEX ->
              "F".equals(value) || "female".equals(value)
                  ? 1
                  : "M".equals(value) || "male".equals(value) ? 0 : Double.NaN;
        };
    if (!variable.isPlausible(number)) {
      String form =
          switch (variable.kind()) {
            case CONTINUOUS -> "a plausible number";
            case YES_NO -> "true or false";
            case SEX -> "F or M";
          };
      throw new ProblemException(
          Problem.IMPLAUSIBLE_VALUE, "%s: %s".formatted(variable.column(), form));
    }
    return number;
  }

  private static List<String> columns() {
    return Arrays.stream(ClinicalVariable.values()).map(ClinicalVariable::column).toList();
  }
}
