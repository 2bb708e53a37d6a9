package org.strnet.server.worklist;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.strnet.server.film.SearchWords;

/** Conditions on the film table with their parameters, all of which must hold. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** The conditions of a filter but for its text. */
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
    filter.zone().ifPresent(zone -> all.add("zone = ?", zone.code()));
    filter.read().ifPresent(read -> all.add(read ? "read_at is not null" : "read_at is null"));
    return all;
  }

  /** Only films with a word that begins so; few films have one. */
  Conditions rareWord(String beginning) {
    return add(
        "id in (select film_id from film_word where word >= ? and word <= ?)",
        beginning,
        SearchWords.lastOf(beginning));
  }

  /** The same where many have one, so that those in the order of the list are asked in turn. */
  Conditions frequentWord(String beginning) {
    return add(
        "exists (select 1 from film_word where film_id = film.id and word >= ? and word <= ?)",
        beginning,
        SearchWords.lastOf(beginning));
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
