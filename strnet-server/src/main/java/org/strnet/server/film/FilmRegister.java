package org.strnet.server.film;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The films in the database. */
@Component
public class FilmRegister {

  private final JdbcClient database;

  FilmRegister(JdbcClient database) {
    this.database = database;
  }

  /** The film of an identifier. */
  public Optional<Film> byId(String id) {
    return database
        .sql("select * from film where id = ?")
        .param(id)
        .query(FilmRegister::read)
        .optional();
  }

  /** The film of an object. */
  public Optional<Film> bySopInstanceUid(String uid) {
    return database
        .sql("select * from film where sop_instance_uid = ?")
        .param(uid)
        .query(FilmRegister::read)
        .optional();
  }

  /** The films of a patient by study date, oldest first; none for an empty identifier. */
  public List<Film> ofPatient(String patientId) {
    return patientId.isEmpty()
        ? List.of()
        : database
            .sql("select * from film where patient_id = ? order by study_date, arrived_at")
            .param(patientId)
            .query(FilmRegister::read)
            .list();
  }

  /** The films of a study; none for an empty UID. */
  public List<Film> ofStudy(String uid) {
    return uid.isEmpty()
        ? List.of()
        : database
            .sql("select * from film where study_instance_uid = ? order by sop_instance_uid")
            .param(uid)
            .query(FilmRegister::read)
            .list();
  }

  /** Adds a film that is not there yet, and what it is found by. */
  @Transactional
  public void add(Film film) {
    insert(film);
    for (String word : SearchWords.of(film)) {
      database
          .sql("insert into film_word (word, film_id) values (?, ?)")
          .params(word, film.id())
          .update();
    }
  }

  private void insert(Film film) {
    database
        .sql(
            "insert into film (id, sop_instance_uid, study_instance_uid, series_instance_uid,"
                + " sop_class_uid, modality, accession_number, patient_id, patient_name, birth_date, sex, age_years,"
                + " study_date, site, device, source, file_name, file_bytes, arrived_at, state,"
                + " correlation_id, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            film.id(),
            film.sopInstanceUid(),
            film.studyInstanceUid(),
            film.seriesInstanceUid(),
            film.sopClassUid(),
            film.modality(),
            film.accessionNumber(),
            film.patientId(),
            film.patientName(),
            film.birthDate().map(Date::valueOf).orElse(null),
            film.sex().orElse(null),
            film.ageYears().isPresent() ? film.ageYears().getAsDouble() : null,
            film.studyDate().map(Date::valueOf).orElse(null),
            film.site(),
            film.device(),
            film.source().name(),
            film.file(),
            film.fileBytes(),
            Timestamp.from(film.arrivedAt()),
            film.state().name(),
            film.correlationId(),
            film.version())
        .update();
  }

  /** Notes how far a film has come. */
  public void setState(String id, FilmState state) {
    database
        .sql("update film set state = ?, version = version + 1 where id = ?")
        .params(state.name(), id)
        .update();
  }

  /** Notes that somebody opened it; the first time counts. */
  public void markRead(String id, Instant now) {
    database
        .sql("update film set read_at = ?, version = version + 1 where id = ? and read_at is null")
        .params(Timestamp.from(now), id)
        .update();
  }

  /** A row of the film table. */
  public static Film read(ResultSet row, int number) throws SQLException {
    double age = row.getDouble("age_years");
    OptionalDouble ageYears = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(age);
    return new Film(
        row.getString("id"),
        row.getString("sop_instance_uid"),
        row.getString("study_instance_uid"),
        row.getString("series_instance_uid"),
        row.getString("sop_class_uid"),
        row.getString("modality"),
        row.getString("accession_number"),
        row.getString("patient_id"),
        row.getString("patient_name"),
        date(row, "birth_date"),
        Optional.ofNullable(row.getString("sex")),
        ageYears,
        date(row, "study_date"),
        row.getString("site"),
        row.getString("device"),
        FilmSource.valueOf(row.getString("source")),
        row.getString("file_name"),
        row.getLong("file_bytes"),
        row.getTimestamp("arrived_at").toInstant(),
        FilmState.valueOf(row.getString("state")),
        row.getString("correlation_id"),
        row.getLong("version"),
        Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant));
  }

  private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
  }
}
