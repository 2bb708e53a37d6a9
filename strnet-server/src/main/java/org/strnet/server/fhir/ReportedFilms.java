package org.strnet.server.fhir;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.server.fhir.ReportedFilm.ReaderWord;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/** Films that have a result, newest arrival first. */
@Component
class ReportedFilms {

  private final JdbcClient database;
  private final FilmRegister films;
  private final ResultRegister results;

  ReportedFilms(JdbcClient database, FilmRegister films, ResultRegister results) {
    this.database = database;
    this.films = films;
    this.results = results;
  }

  /** A film with its newest result; empty while it waits. */
  Optional<ReportedFilm> ofFilm(String filmId) {
    return films
        .byId(filmId)
        .flatMap(film -> results.newest(film.id()).map(result -> reported(film, result)));
  }

  /** A result with its film, whether or not it is the newest. */
  Optional<ReportedFilm> ofResult(String resultId) {
    return results
        .byId(resultId)
        .flatMap(result -> films.byId(result.filmId()).map(film -> reported(film, result)));
  }

  /** The first film of a study that has a result. */
  Optional<ReportedFilm> ofStudy(String studyId) {
    List<String> found =
        database
            .sql(
                "select id from film where (study_instance_uid = ? or id = ?)"
                    + " and result_id is not null order by id fetch next 1 rows only")
            .params(studyId, studyId)
            .query(String.class)
            .list();
    return found.stream().findFirst().flatMap(this::ofFilm);
  }

  /**
   * A part of the films that a search is about.
   *
   * @param after where the part begins, this film included; from the first without one
   * @param most how many
   */
  List<ReportedFilm> page(SearchedFilms search, Optional<SearchCursor> after, int most) {
    List<String> conditions = new ArrayList<>(List.of("result_id is not null"));
    Map<String, Object> values = new HashMap<>();
    conditions(search, conditions, values);
    after.ifPresent(
        cursor -> {
          conditions.add("arrived_at <= :at and (arrived_at < :at or id >= :id)");
          values.put("at", Timestamp.from(cursor.at()));
          values.put("id", cursor.id());
        });
    List<Film> found =
        database
            .sql(
                "select * from film where "
                    + String.join(" and ", conditions)
                    + " order by arrived_at desc, id fetch next :most rows only")
            .params(values)
            .param("most", most)
            .query(FilmRegister::read)
            .list();
    return found.stream()
        .flatMap(film -> results.newest(film.id()).map(it -> reported(film, it)).stream())
        .toList();
  }

  private static void conditions(
      SearchedFilms search, List<String> conditions, Map<String, Object> values) {
    search
        .patient()
        .ifPresent(
            patient -> {
              conditions.add("patient_id = :patient");
              values.put("patient", patient);
            });
    search
        .identifier()
        .ifPresent(
            identifier -> {
              conditions.add(
                  "id in (select id from film where id = :identifier"
                      + " union select id from film where sop_instance_uid = :identifier"
                      + " union select id from film where accession_number = :identifier"
                      + " union select id from film where study_instance_uid = :identifier)");
              values.put("identifier", identifier);
            });
    search
        .filmId()
        .ifPresent(
            id -> {
              conditions.add("id = :film");
              values.put("film", id);
            });
  }

  private ReportedFilm reported(Film film, StoredResult result) {
    Optional<ReaderWord> reading =
        database
            .sql(
                "select id, action, decision from reading where film_id = ? and result_id = ?"
                    + " order by made_at desc fetch next 1 rows only")
            .params(film.id(), result.id())
            .query(
                (row, number) ->
                    new ReaderWord(
                        row.getString("id"),
                        row.getString("action"),
                        Optional.ofNullable(row.getString("decision"))))
            .optional();
    String lead =
        database
            .sql("select min(id) from film where study_instance_uid = ? and result_id is not null")
            .param(film.studyInstanceUid())
            .query(String.class)
            .optional()
            .orElse(film.id());
    return new ReportedFilm(
        film, result, reading, film.studyInstanceUid().isEmpty() || lead.equals(film.id()));
  }

  /** Hashes and names of the bundles that made results. */
  Map<String, String> bundles() {
    Map<String, String> bundles = new java.util.TreeMap<>();
    record Row(String hash, String name) {}
    database
        .sql("select bundle_sha256, min(bundle) as name from result group by bundle_sha256")
        .query((row, number) -> new Row(row.getString("bundle_sha256"), row.getString("name")))
        .list()
        .forEach(row -> bundles.put(row.hash(), row.name()));
    return bundles;
  }
}
