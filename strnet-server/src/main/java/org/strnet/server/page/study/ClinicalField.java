package org.strnet.server.page.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariable.Kind;
import org.strnet.network.ClinicalVariables;
import org.strnet.report.ModelFacts;

/**
 * A clinical variable as a field of the form.
 *
 * @param name of the column
 * @param label for people
 * @param kind how it is written
 * @param value as the field holds it; empty for not known
 * @param least lowest value of a number
 * @param most highest value of a number
 */
record ClinicalField(
    String name, String label, String kind, String value, String least, String most) {

  private static final Map<ClinicalVariable, String> LABELS =
      Map.of(
          ClinicalVariable.AGE, "Age (years)",
          ClinicalVariable.BMI, "Body mass index (kg/m\u00b2)",
          ClinicalVariable.MENOPAUSE_AGE, "Age at menopause (years)",
          ClinicalVariable.ESTROGEN_USE, "Takes oestrogen",
          ClinicalVariable.FRACTURE_HISTORY, "Fragility fracture before",
          ClinicalVariable.FAMILY_HISTORY, "Osteoporosis in the family");

  /** The fields of what the network takes, with what a result was given. */
  static List<ClinicalField> of(ModelFacts facts, Map<String, Double> given) {
    return facts.clinical().encoding().columns().stream()
        .map(
            column ->
                of(column.variable(), Optional.ofNullable(given.get(column.variable().column()))))
        .toList();
  }

  private static ClinicalField of(ClinicalVariable variable, Optional<Double> value) {
    return new ClinicalField(
        variable.column(),
        LABELS.getOrDefault(variable, capital(variable.column())),
        variable.kind() == Kind.CONTINUOUS ? "number" : variable.kind() == Kind.SEX ? "sex" : "yes",
        value.map(Figures::plain).orElse(""),
        Figures.plain(least(variable)),
        Figures.plain(most(variable)));
  }

  private static double least(ClinicalVariable variable) {
    return limit(variable, 0, 1);
  }

  private static double most(ClinicalVariable variable) {
    return limit(variable, 200, -1);
  }

  /** The first whole number that a patient can have, from one end. */
  private static double limit(ClinicalVariable variable, int from, int step) {
    int value = from;
    while (!variable.isPlausible(value)) {
      value += step;
    }
    return value;
  }

  private static String capital(String column) {
    String words = column.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * What a form holds.
   *
   * @param form values by column; blank for not known
   * @throws IllegalArgumentException with a sentence for the reader when a value is no number, or
   *     one that no patient has
   */
  static ClinicalVariables read(ModelFacts facts, Map<String, String> form) {
    ClinicalVariables variables = ClinicalVariables.NONE;
    for (var column : facts.clinical().encoding().columns()) {
      ClinicalVariable variable = column.variable();
      String text = form.getOrDefault(variable.column(), "").strip();
      if (!text.isEmpty()) {
        variables = variables.with(variable, number(variable, text));
      }
    }
    return variables;
  }

  private static double number(ClinicalVariable variable, String text) {
    String label = LABELS.getOrDefault(variable, capital(variable.column()));
    double value;
    try {
      value = Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(label + ": not a number", e);
    }
    boolean whole = variable.kind() == Kind.CONTINUOUS || value == 0 || value == 1;
    if (!variable.isPlausible(value) || !whole) {
      throw new IllegalArgumentException(
          "%s: must be %s to %s"
              .formatted(label, Figures.plain(least(variable)), Figures.plain(most(variable))));
    }
    return value;
  }
}
