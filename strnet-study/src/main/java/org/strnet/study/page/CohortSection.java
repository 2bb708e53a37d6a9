package org.strnet.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Labels;
import org.strnet.network.ClinicalVariable;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.Table;

/** Table 1: who and what is in the cohort, by reference class, with what is missing. */
final class CohortSection {

  private static final int MOST_VALUES = 12;

  private final StudyContent study;
  private final List<Group> groups = new ArrayList<>();

  private record Group(String name, int[] films) {}

  private CohortSection(StudyContent study) {
    this.study = study;
    int[] all = IntStream.range(0, study.results().cohort().size()).toArray();
    groups.add(new Group("all", all));
    List<String> classes = study.classes();
    for (int c = 0; c < classes.size(); c++) {
      int which = c;
      add(classes.get(c), Arrays.stream(all).filter(film -> isClass(film, which)));
    }
    add(
        study.finding() + ", class not known",
        Arrays.stream(all).filter(film -> study.hasSeverity() && isUngraded(film)));
    add("reference not known", Arrays.stream(all).filter(film -> label(film).boneLoss().isEmpty()));
  }

  private void add(String name, IntStream films) {
    int[] found = films.toArray();
    if (found.length > 0 && study.hasScreening()) {
      groups.add(new Group(name, found));
    }
  }

  static Element of(StudyContent study, Captions captions) {
    CohortSection section = new CohortSection(study);
    List<String> head = new ArrayList<>(List.of("Characteristic"));
    section.groups.forEach(
        group -> head.add("%s (n = %s)".formatted(group.name(), count(group.films().length))));
    head.add("missing");
    Table table = new Table(head.toArray(String[]::new));
    section.patients(table);
    for (ClinicalVariable variable : ClinicalVariable.values()) {
      section.clinical(table, variable);
    }
    section.reference(table);
    study.results().subgroups().columns().stream()
        .map(column -> column.name())
        .filter(column -> ClinicalVariable.ofColumn(column).isEmpty())
        .forEach(column -> section.categories(table, column));
    return Element.of("section")
        .with("id", "cohort")
        .add(Element.of("h2", "Cohort"))
        .add(
            captions.table(
                table,
                "The cohort by reference class",
                "Numbers as mean (standard deviation), all others as n (% of films with a known"
                    + " value). A film counts once, also where a patient has several; missing counts"
                    + " films."));
  }

  private void patients(Table table) {
    List<Element> cells = new ArrayList<>();
    for (Group group : groups) {
      long patients =
          Arrays.stream(group.films()).mapToObj(film -> film(film).patient()).distinct().count();
      cells.add(Table.cell(count(patients)));
    }
    cells.add(Table.cell(""));
    table.row(Element.of("span", "patients, n"), cells);
  }

  private void clinical(Table table, ClinicalVariable variable) {
    IntFunction<OptionalDouble> value = film -> film(film).clinical().value(variable);
    if (known(groups.get(0), value).length == 0) {
      return;
    }
    switch (variable.kind()) {
      case CONTINUOUS -> means(table, name(variable), value);
      case SEX -> shares(table, "female", value);
      case YES_NO -> shares(table, name(variable), value);
    }
  }

  private void reference(Table table) {
    study
        .tScore()
        .ifPresent(
            target ->
                means(
                    table,
                    "reference %s, %s".formatted(target.meaning(), target.unit()),
                    film -> label(film).tScore()));
  }

  private void means(Table table, String name, IntFunction<OptionalDouble> value) {
    List<Element> cells = new ArrayList<>();
    groups.forEach(group -> cells.add(Table.cell(mean(known(group, value)))));
    row(table, name, cells, known(groups.get(0), value).length);
  }

  private void shares(Table table, String name, IntFunction<OptionalDouble> value) {
    List<Element> cells = new ArrayList<>();
    for (Group group : groups) {
      double[] known = known(group, value);
      long yes = Arrays.stream(known).filter(v -> v == 1).count();
      cells.add(Table.cell(known.length == 0 ? "\u2013" : Digits.share(yes, known.length)));
    }
    row(table, name + ", n (%)", cells, known(groups.get(0), value).length);
  }

  /** One row per value of a column; a column of many values has no place here. */
  private void categories(Table table, String column) {
    if (!study.results().cohort().columns().contains(column)) {
      return;
    }
    TreeSet<String> values =
        Arrays.stream(groups.get(0).films())
            .mapToObj(film -> value(film, column))
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (values.size() > MOST_VALUES) {
      return;
    }
    for (String value : values) {
      shares(
          table,
          column + ": " + value,
          film ->
              value(film, column).isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(value(film, column).equals(value) ? 1 : 0));
    }
  }

  private void row(Table table, String name, List<Element> cells, int known) {
    cells.add(Table.cell(count(groups.get(0).films().length - known)));
    table.row(Element.of("span", name), cells);
  }

  private static double[] known(Group group, IntFunction<OptionalDouble> value) {
    return Arrays.stream(group.films())
        .mapToObj(value)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  private static String mean(double[] known) {
    if (known.length == 0) {
      return "\u2013";
    }
    double mean = Arrays.stream(known).average().orElseThrow();
    if (known.length < 2) {
      return Digits.decimals(mean, 1);
    }
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = Math.sqrt(squares / (known.length - 1));
    return "%s (%s)".formatted(Digits.decimals(mean, 1), Digits.decimals(deviation, 1));
  }

  private boolean isClass(int film, int which) {
    OptionalInt loss = label(film).boneLoss();
    if (!study.hasSeverity()) {
      return which < 2 && loss.isPresent() && loss.getAsInt() == which;
    }
    if (which == 0) {
      return loss.isPresent() && loss.getAsInt() == 0;
    }
    OptionalInt severe = label(film).osteoporosis();
    return severe.isPresent() && severe.getAsInt() == which - 1;
  }

  private boolean isUngraded(int film) {
    return label(film).boneLoss().orElse(0) == 1 && label(film).osteoporosis().isEmpty();
  }

  private Labels label(int film) {
    return study.results().labels().get(film);
  }

  private CohortFilm film(int film) {
    return study.results().cohort().films().get(film);
  }

  private String value(int film, String column) {
    return film(film).value(column).strip();
  }

  private static String name(ClinicalVariable variable) {
    return switch (variable) {
      case AGE -> "age, years";
      case BMI -> "body mass index, kg/m\u00b2";
      case MENOPAUSE_AGE -> "age at menopause, years";
      default -> StudyContent.words(variable.column());
    };
  }

  private static String count(long n) {
    return Digits.count(n);
  }
}
