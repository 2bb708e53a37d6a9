package org.strnet.server.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;

/** Clinical variables from a JSON object. */
final class ClinicalRequest {

  private static final int LONGEST = 16_384;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClinicalRequest() {}

  /**
   * Reads them from a body.
   *
   * @throws ProblemException when it is too long or no JSON object, or names what cannot be used
   */
  static ClinicalVariables read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ProblemException(Problem.TOO_LARGE, "at most %d bytes".formatted(LONGEST));
    }
    try {
      Map<String, Object> given = JSON.readValue(bytes, new TypeReference<>() {});
      if (given != null) {
        return read(given);
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw new ProblemException(Problem.INVALID_REQUEST, "the body is a JSON object");
  }

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
