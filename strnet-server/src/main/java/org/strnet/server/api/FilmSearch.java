package org.strnet.server.api;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Films that a filter lets through, newest arrival first. */
@Component
class FilmSearch {

  private final JdbcClient database;

  FilmSearch(JdbcClient database) {
    this.database = database;
  }

  /** One film with the figures of its newest result. */
  Optional<ListedFilm> byId(String id) {
    return database
        .sql("select * from film where id = ?")
        .param(id)
        .query(ListedFilm::read)
        .optional();
  }

  /** A page, and one film more where another page follows. */
  List<ListedFilm> page(FilmFilter filter) {
    Conditions conditions = new Conditions();
    conditions.add("patient_id = :patient", "patient", filter.patient());
    conditions.add("accession_number = :accession", "accession", filter.accession());
    conditions.add("study_instance_uid = :study", "study", filter.study());
    conditions.add("sex = :sex", "sex", filter.sex());
    conditions.add("site = :site", "site", filter.site());
    conditions.add("outcome = :outcome", "outcome", filter.outcome());
    conditions.add("decision = :decision", "decision", filter.decision());
    conditions.add("zone = :zone", "zone", filter.zone());
    conditions.add("state = :state", "state", filter.state());
    conditions.add("study_date >= :from", "from", date(filter.from()));
    conditions.add("study_date <= :to", "to", date(filter.to()));
    if (filter.arrivedAfter() != null) {
      conditions.add("arrived_at > :after", "after", Timestamp.from(filter.arrivedAfter()));
    }
    conditions.add("age_years >= :least", "least", filter.minAge());
    conditions.add("age_years <= :greatest", "greatest", filter.maxAge());
    if (filter.read() != null) {
      conditions.add(filter.read() ? "read_at is not null" : "read_at is null");
    }
    if (filter.cursor() != null) {
      FilmCursor cursor = FilmCursor.parse(filter.cursor());
      conditions.add("arrived_at <= :at", "at", Timestamp.from(cursor.arrivedAt()));
      conditions.add("(arrived_at < :at or id > :id)", "id", cursor.filmId());
    }
    return database
        .sql(
            "select * from film"
                + conditions.where()
                + " order by arrived_at desc, id fetch next :most rows only")
        .params(conditions.values)
        .param("most", filter.most() + 1)
        .query(ListedFilm::read)
        .list();
  }

  private static @Nullable Date date(java.time.@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  /** What a row must fulfil; a missing value asks nothing. */
  private static final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition) {
      texts.add(condition);
    }

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        texts.add(condition);
        values.put(name, value);
      }
    }

    String where() {
      return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }
  }
}
