package org.strnet.dataset;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;

/**
 * The clinical variables of a row. Empty, {@code unknown} and {@code na} mean that a variable is
 * not known. Body mass index comes from height and weight where it is not given. A fracture history
 * may be written as the fracture itself ({@code wrist fracture}, {@code left foot}): then it is
 * yes.
 */
public final class ClinicalColumns {

  private static final Set<String> NOT_KNOWN = Set.of("unknown", "na", "n/a", "?");
  private static final Set<String> NO_FRACTURE = Set.of("no", "n", "0", "false", "none", "nil");

  private ClinicalColumns() {}

  /** Names of all columns that tell of the patient. */
  public static List<String> names() {
    return Stream.concat(
            Arrays.stream(ClinicalVariable.values()).map(ClinicalVariable::column),
            Stream.of(CohortColumns.HEIGHT, CohortColumns.BODY_WEIGHT))
        .toList();
  }

  /**
   * The clinical variables of a row of any table, by the rules of a cohort file.
   *
   * @param source the table
   * @param values by column, as written; other columns are left aside
   * @throws BadInputException naming what does not fit its column
   */
  public static ClinicalVariables of(String source, Map<String, String> values) {
    Faults faults = Faults.ofOneRow();
    ClinicalVariables known = read(new RowReader(0, values, faults));
    faults.refuse(source);
    return known;
  }

  static ClinicalVariables read(RowReader row) {
    Map<ClinicalVariable, Double> known = new EnumMap<>(ClinicalVariable.class);
    for (ClinicalVariable variable : ClinicalVariable.values()) {
      Optional<String> word = row.word(variable.column());
      if (word.isPresent() && !NOT_KNOWN.contains(word.get())) {
        value(row, variable, word.get()).ifPresent(value -> known.put(variable, value));
      }
    }
    if (row.text(ClinicalVariable.BMI.column()).isEmpty()) {
      massIndex(row).ifPresent(bmi -> known.put(ClinicalVariable.BMI, bmi));
    }
    return new ClinicalVariables(known);
  }

  private static OptionalDouble value(RowReader row, ClinicalVariable variable, String word) {
    if (variable == ClinicalVariable.FRACTURE_HISTORY) {
      return fracture(row, word);
    }
    return switch (variable.kind()) {
      case CONTINUOUS -> plausible(row, variable, word);
      case SEX -> sex(row, word);
      case YES_NO -> {
        Optional<Boolean> yes = row.yesNo(variable.column());
        yield yes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(yes.get() ? 1 : 0);
      }
    };
  }

  private static OptionalDouble plausible(RowReader row, ClinicalVariable variable, String word) {
    OptionalDouble value = DecimalNumber.parse(word);
    if (value.isEmpty()) {
      row.fault(variable.column(), "must be a number", word);
      return value;
    }
    if (!variable.isPlausible(value.getAsDouble())) {
      row.fault(variable.column(), "is not plausible for a patient", word);
      return OptionalDouble.empty();
    }
    return value;
  }

  private static OptionalDouble sex(RowReader row, String word) {
    return switch (word) {
      case "female", "f" -> OptionalDouble.of(1);
      case "male", "m" -> OptionalDouble.of(0);
      default -> {
        row.fault(ClinicalVariable.SEX.column(), "must be female or male", word);
        yield OptionalDouble.empty();
      }
    };
  }

  private static OptionalDouble fracture(RowReader row, String word) {
    OptionalDouble number = DecimalNumber.parse(word);
    if (number.isPresent() && number.getAsDouble() != 0 && number.getAsDouble() != 1) {
      row.fault(
          ClinicalVariable.FRACTURE_HISTORY.column(), "must be yes, no or the fracture", word);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(NO_FRACTURE.contains(word) ? 0 : 1);
  }

  private static OptionalDouble massIndex(RowReader row) {
    OptionalDouble height = row.number(CohortColumns.HEIGHT, 0.5, 2.6);
    OptionalDouble weight = row.number(CohortColumns.BODY_WEIGHT, 5, 400);
    if (height.isEmpty() || weight.isEmpty()) {
      return OptionalDouble.empty();
    }
    double bmi = weight.getAsDouble() / (height.getAsDouble() * height.getAsDouble());
    if (!ClinicalVariable.BMI.isPlausible(bmi)) {
      row.fault(
          CohortColumns.HEIGHT + " and " + CohortColumns.BODY_WEIGHT,
          "give a body mass index that is not plausible",
          "%.1f".formatted(bmi));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(bmi);
  }
}
