package org.strnet.server.quality.densitometry;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.strnet.server.audit.AuditLog;

/**
 * Densitometry in the database. One patient, day and site have one T-score: the same again changes
 * nothing, another one is refused until the first is removed.
 */
@Component
public class DensitometryRegister {

  /** Source of what was typed in. */
  public static final String ENTERED = "entered";

  /** Source of what came from a file. */
  public static final String IMPORTED = "imported";

  /** Source of what came as a FHIR Observation. */
  public static final String RECEIVED = "fhir";

  private static final String COLUMNS =
      "id, patient_id, measured_on, site, t_score, source, entered_at, entered_by";

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final AuditLog audit;
  private final Clock clock;

  DensitometryRegister(
      JdbcClient database, TransactionTemplate transaction, AuditLog audit, Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What became of one value.
   *
   * @param id of the row that holds it
   * @param fresh whether it was not there yet
   */
  public record Kept(String id, boolean fresh) {}

  /**
   * Keeps one that was typed in.
   *
   * @param actor the account's name
   * @return whether it was not there yet
   * @throws IllegalArgumentException when another T-score is kept for that day and site
   */
  public boolean enter(Densitometry value, String actor) {
    return keep(value, ENTERED, "densitometry.entered", actor).fresh();
  }

  /**
   * Keeps one that another system sent.
   *
   * @param actor the account's name
   * @throws IllegalArgumentException when another T-score is kept for that day and site
   */
  public Kept receive(Densitometry value, String actor) {
    return keep(value, RECEIVED, "densitometry.received", actor);
  }

  private synchronized Kept keep(Densitometry value, String source, String action, String actor) {
    Kept kept =
        transaction.execute(
            status -> {
              Kept row = add(value, source, actor);
              if (row.fresh()) {
                audit.add(actor, action, row.id(), value.site().code());
              }
              return row;
            });
    return Objects.requireNonNull(kept);
  }

  /**
   * Keeps the good rows of a file, all at once. The same file again adds nothing.
   *
   * @param actor the account's name
   */
  public synchronized ImportReport add(DensitometryFile file, String actor) {
    ImportReport report =
        transaction.execute(
            status -> {
              ImportReport made = addRows(file, actor);
              audit.add(
                  actor,
                  "densitometry.imported",
                  "-",
                  "%d rows: %d added, %d there already, %d refused"
                      .formatted(
                          made.rows(), made.added(), made.alreadyThere(), made.bad().size()));
              return made;
            });
    return Objects.requireNonNull(report);
  }

  private ImportReport addRows(DensitometryFile file, String actor) {
    List<DensitometryFile.BadRow> bad = new ArrayList<>(file.bad());
    int added = 0;
    int there = 0;
    int withoutFilm = 0;
    for (DensitometryFile.GoodRow row : file.good()) {
      try {
        if (add(row.value(), IMPORTED, actor).fresh()) {
          added++;
          withoutFilm += hasFilm(row.value().patientId()) ? 0 : 1;
        } else {
          there++;
        }
      } catch (IllegalArgumentException e) {
        bad.add(new DensitometryFile.BadRow(row.line(), String.valueOf(e.getMessage())));
      }
    }
    bad.sort(Comparator.comparingLong(DensitometryFile.BadRow::line));
    return new ImportReport(added, there, withoutFilm, bad);
  }

  private Kept add(Densitometry value, String source, String actor) {
    record Row(String id, double tScore) {}
    Optional<Row> there =
        database
            .sql(
                "select id, t_score from densitometry where patient_id = ? and measured_on = ?"
                    + " and site = ? order by entered_at fetch next 1 rows only")
            .params(value.patientId(), Date.valueOf(value.measuredOn()), value.site().code())
            .query((row, number) -> new Row(row.getString("id"), row.getDouble("t_score")))
            .optional();
    if (there.isPresent()) {
      if (Double.compare(there.get().tScore(), value.tScore()) != 0) {
        throw new IllegalArgumentException(
            "another T-score, %s, is kept for this patient, day and site; remove it first"
                .formatted(there.get().tScore()));
      }
      return new Kept(there.get().id(), false);
    }
    String id = UUID.randomUUID().toString();
    database
        .sql("insert into densitometry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            value.patientId(),
            Date.valueOf(value.measuredOn()),
            value.site().code(),
            value.tScore(),
            source,
            Timestamp.from(Instant.now(clock)),
            actor)
        .update();
    return new Kept(id, true);
  }

  private boolean hasFilm(String patient) {
    return database
        .sql("select id from film where patient_id = ? fetch next 1 rows only")
        .param(patient)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /**
   * Removes one that was wrong.
   *
   * @param actor the account's name
   * @return whether it was there
   */
  public synchronized boolean remove(String id, String actor) {
    Boolean removed =
        transaction.execute(
            status -> {
              boolean there =
                  database.sql("delete from densitometry where id = ?").param(id).update() > 0;
              if (there) {
                audit.add(actor, "densitometry.removed", id, "");
              }
              return there;
            });
    return Objects.requireNonNull(removed);
  }

  /** The one of an identifier. */
  public Optional<KeptDensitometry> byId(String id) {
    return list("and id = ?", id).stream().findFirst();
  }

  /** Some of one patient or of all, newest first, from the row of a moment and an id on. */
  public List<KeptDensitometry> part(Optional<String> patient, Instant from, String id, int most) {
    List<Object> values = new ArrayList<>(patient.stream().toList());
    values.addAll(List.of(Timestamp.from(from), Timestamp.from(from), id, most));
    return list(
        patient.map(it -> "and patient_id = ? ").orElse("")
            + "and entered_at <= ? and (entered_at < ? or id >= ?)"
            + " order by entered_at desc, id fetch next ? rows only",
        values.toArray());
  }

  /** How many there are. */
  public int count() {
    return database.sql("select count(*) from densitometry").query(Integer.class).single();
  }

  /** The ones that came last. */
  public List<KeptDensitometry> newest(int most) {
    return list("order by entered_at desc, id fetch next " + most + " rows only");
  }

  /** All of them. */
  public List<KeptDensitometry> all() {
    return list("order by patient_id, measured_on, site");
  }

  /** Those of one patient, by day. */
  public List<KeptDensitometry> ofPatient(String patientId) {
    return list("and patient_id = ? order by measured_on, site", patientId);
  }

  /** Values from elsewhere that no row here could have are left out. */
  private List<KeptDensitometry> list(String rest, Object... parameters) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from densitometry where patient_id <> '' and t_score between -10 and 10"
                + " and measured_on >= date '1987-01-01' "
                + rest)
        .params(List.of(parameters))
        .query((row, number) -> KeptDensitometry.read(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
