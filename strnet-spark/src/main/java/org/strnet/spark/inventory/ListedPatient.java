package org.strnet.spark.inventory;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;

/**
 * What a list says of a film's patient, in a form that goes through Spark.
 *
 * @param text known variables by their columns, {@code age=61.0 sex=1.0}; empty where there is none
 */
public record ListedPatient(String text) implements Serializable {

  /** Nothing is said. */
  public static final ListedPatient NOTHING = new ListedPatient("");

  static ListedPatient of(ClinicalVariables known) {
    return new ListedPatient(
        Arrays.stream(ClinicalVariable.values())
            .filter(variable -> known.value(variable).isPresent())
            .map(variable -> variable.column() + "=" + known.value(variable).getAsDouble())
            .collect(Collectors.joining(" ")));
  }

  /** The variables. */
  public ClinicalVariables variables() {
    ClinicalVariables known = ClinicalVariables.NONE;
    if (text.isEmpty()) {
      return known;
    }
    for (String word : text.split(" ", -1)) {
      String[] parts = word.split("=", 2);
      ClinicalVariable variable = ClinicalVariable.ofColumn(parts[0]).orElseThrow();
      known = known.with(variable, Double.parseDouble(parts[1]));
    }
    return known;
  }
}
