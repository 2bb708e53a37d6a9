package org.strnet.evaluation.subgroup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.DecimalNumber;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;

/**
 * A column by whose values films are grouped.
 *
 * @param column of the cohort file, or a clinical variable (body mass index may come from height
 *     and weight)
 * @param cuts lower limits of all bands but the first, ascending; empty to take values as written
 */
public record SubgroupColumn(String column, List<Double> cuts) {

  /** Name of the group of films without a value. */
  public static final String NOT_KNOWN = "not known";

  private static final int MOST_GROUPS = 20;

  private static final List<SubgroupColumn> USUAL =
      List.of(
          new SubgroupColumn("sex", List.of()),
          new SubgroupColumn("age", List.of(50.0, 60.0, 70.0)),
          new SubgroupColumn("bmi", List.of(25.0, 30.0)),
          new SubgroupColumn("kl", List.of()),
          new SubgroupColumn("framing", List.of()),
          new SubgroupColumn("maker", List.of()));

  /** Copies the cuts and checks their order. */
  public SubgroupColumn {
    cuts = List.copyOf(cuts);
    for (int i = 1; i < cuts.size(); i++) {
      if (!(cuts.get(i - 1) < cuts.get(i))) {
        throw new IllegalArgumentException("cuts must ascend, found " + cuts);
      }
    }
  }

  /**
   * Reads {@code COLUMN} or {@code COLUMN:cut,cut}. A usual column without cuts has its usual ones.
   *
   * @throws BadInputException if a cut is no number or the cuts do not ascend
   */
  public static SubgroupColumn parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return USUAL.stream()
          .filter(usual -> usual.column.equals(text))
          .findFirst()
          .orElse(new SubgroupColumn(text, List.of()));
    }
    List<Double> cuts = new ArrayList<>();
    for (String cut : text.substring(colon + 1).split(",", -1)) {
      OptionalDouble number = DecimalNumber.parse(cut.strip());
      cuts.add(number.orElseThrow(() -> bad(text, "must be column:cut,cut with numbers")));
    }
    try {
      return new SubgroupColumn(text.substring(0, colon), cuts);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(text, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The usual columns that a cohort has: sex, age, body mass index, Kellgren-Lawrence grade,
   * framing, maker.
   *
   * @param except columns the heads learn: a target does not explain itself
   */
  public static List<SubgroupColumn> usual(Cohort cohort, Collection<String> except) {
    return USUAL.stream()
        .filter(usual -> !except.contains(usual.column))
        .filter(usual -> usual.isIn(cohort))
        .toList();
  }

  private boolean isIn(Cohort cohort) {
    Optional<ClinicalVariable> variable = ClinicalVariable.ofColumn(column);
    return variable.isPresent()
        ? cohort.films().stream()
            .anyMatch(film -> film.clinical().value(variable.get()).isPresent())
        : cohort.columns().contains(column);
  }

  /**
   * The films in groups; those without a value come last, as {@value #NOT_KNOWN}.
   *
   * @throws BadInputException if there is no such column, a value to be cut is no number, or there
   *     are too many groups
   */
  public Grouping of(Cohort cohort) {
    if (!isIn(cohort)) {
      cohort.requireColumn(column);
    }
    List<String> values = cohort.films().stream().map(this::value).toList();
    return cuts.isEmpty() ? asWritten(values) : cut(values);
  }

  private String value(CohortFilm film) {
    Optional<ClinicalVariable> variable = ClinicalVariable.ofColumn(column);
    if (variable.isEmpty()) {
      return film.value(column).strip();
    }
    OptionalDouble known = film.clinical().value(variable.get());
    if (known.isEmpty()) {
      return "";
    }
    return switch (variable.get().kind()) {
      case SEX -> known.getAsDouble() == 1 ? "female" : "male";
      case YES_NO -> known.getAsDouble() == 1 ? "yes" : "no";
      case CONTINUOUS -> plain(known.getAsDouble());
    };
  }

  private Grouping asWritten(List<String> values) {
    TreeSet<String> distinct = new TreeSet<>(SubgroupColumn::numbersFirst);
    distinct.addAll(values);
    boolean unknown = distinct.remove("");
    if (distinct.size() > MOST_GROUPS) {
      throw bad(
          column,
          "has %d different values, more than %d groups; give cuts: %s:cut,cut"
              .formatted(distinct.size(), MOST_GROUPS, column));
    }
    List<String> names = new ArrayList<>(distinct);
    if (unknown) {
      names.add(NOT_KNOWN);
    }
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    return new Grouping(
        column,
        "as written",
        names,
        values.stream().mapToInt(value -> index.getOrDefault(value, names.size() - 1)).toArray());
  }

  private Grouping cut(List<String> values) {
    List<String> names = new ArrayList<>(bands());
    int[] group = values.stream().mapToInt(this::band).toArray();
    if (values.contains("")) {
      names.add(NOT_KNOWN);
    }
    return new Grouping(
        column,
        "cut at " + String.join(", ", cuts.stream().map(c -> plain(c)).toList()),
        names,
        group);
  }

  private List<String> bands() {
    List<String> names = new ArrayList<>(List.of("below " + plain(cuts.get(0))));
    for (int i = 1; i < cuts.size(); i++) {
      names.add("%s to below %s".formatted(plain(cuts.get(i - 1)), plain(cuts.get(i))));
    }
    names.add(plain(cuts.get(cuts.size() - 1)) + " and above");
    return names;
  }

  /** The band of a value; behind the last where there is none. */
  private int band(String value) {
    if (value.isEmpty()) {
      return cuts.size() + 1;
    }
    double number =
        DecimalNumber.parse(value)
            .orElseThrow(() -> bad(column, "must be a number to be cut, found '" + value + "'"));
    int place = Collections.binarySearch(cuts, number);
    return place >= 0 ? place + 1 : -place - 1;
  }

  /** Numbers by their value, then words. */
  private static int numbersFirst(String a, String b) {
    double first = DecimalNumber.parse(a).orElse(Double.POSITIVE_INFINITY);
    double second = DecimalNumber.parse(b).orElse(Double.POSITIVE_INFINITY);
    int byValue = Double.compare(first, second);
    return byValue != 0 ? byValue : a.compareTo(b);
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }

  private static BadInputException bad(String source, String rule) {
    return new BadInputException("--subgroup " + source, rule);
  }
}
