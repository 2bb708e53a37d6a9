package org.strnet.server.worklist;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Conditions on the film table with their parameters, all of which must hold. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** The conditions of a filter. */
  static Conditions of(WorklistFilter filter) {
    Conditions all = new Conditions();
    filter.group().ifPresent(group -> all.add(group.condition()));
    filter.from().ifPresent(day -> all.add("study_date >= ?", Date.valueOf(day)));
    filter.until().ifPresent(day -> all.add("study_date <= ?", Date.valueOf(day)));
    filter.ageFrom().ifPresent(age -> all.add("age_years >= ?", age));
    // Whole years: 70 until the next birthday.
    filter.ageUntil().ifPresent(age -> all.add("age_years < ?", age + 1));
    filter.sex().ifPresent(sex -> all.add("sex = ?", sex));
    filter.site().ifPresent(site -> all.add("site = ?", site));
    filter.read().ifPresent(read -> all.add(read ? "read_at is not null" : "read_at is null"));
    if (!filter.text().isEmpty()) {
      all.text(filter.text());
    }
    return all;
  }

  /** DICOM separates the parts of a name by carets, and people by commas or spaces. */
  private void text(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    String start = escaped(words) + "%";
    String name = escaped(words.replaceAll("[,\\s]+", "^"));
    add(
        "(lower(patient_id) like ? or lower(accession_number) like ?"
            + " or lower(patient_name) like ? or lower(patient_name) like ?)",
        start,
        start,
        name + "%",
        "%^" + name + "%");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  Conditions add(String condition, Object... values) {
    conditions.add(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  /** The text after {@code from film}. */
  String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  List<Object> parameters() {
    return List.copyOf(parameters);
  }
}
