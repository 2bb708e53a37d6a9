package org.strnet.server.operation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.screening.NodeService;

/**
 * Deletes films with all that was made of them: the node's copies, the vault's files, then the
 * rows. In this order, so that a deletion that was cut off can be asked for again. The audit log
 * keeps the films' identifiers only.
 */
@Component
public class FilmErasure {

  private final FilmRegister films;
  private final FilmVault vault;
  private final NodeService node;
  private final AuditLog audit;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  FilmErasure(
      FilmRegister films,
      FilmVault vault,
      NodeService node,
      AuditLog audit,
      JdbcClient database,
      TransactionTemplate transaction) {
    this.films = films;
    this.vault = vault;
    this.node = node;
    this.audit = audit;
    this.database = database;
    this.transaction = transaction;
  }

  /**
   * Deletes all that is known of a patient.
   *
   * @param actor the account's name
   * @param patientId identifier, as the films have it; not empty
   * @return how many films there were
   * @throws ErasureRefusedException when one of them is being screened now
   */
  public int erasePatient(String actor, String patientId) {
    if (patientId.isBlank()) {
      throw new ErasureRefusedException("Films without an identifier have no one patient.");
    }
    List<Film> all = films.ofPatient(patientId);
    for (Film film : all) {
      erase(actor, film);
    }
    for (String table : tables("patient_id")) {
      database.sql("delete from " + table + " where patient_id = ?").param(patientId).update();
    }
    return all.size();
  }

  /**
   * Deletes one film.
   *
   * @param actor the account's name, or {@code system}
   * @throws ErasureRefusedException when it is being screened now
   */
  public void erase(String actor, Film film) {
    if (!node.node().erasure().forget(film.sopInstanceUid())) {
      throw new ErasureRefusedException("A film is being screened now. Try again in a minute.");
    }
    files(film).forEach(vault::delete);
    transaction.executeWithoutResult(status -> eraseRows(film.id()));
    audit.add(actor, "film.erased", film.id(), "");
  }

  private List<String> files(Film film) {
    List<String> files =
        new ArrayList<>(
            database
                .sql(
                    "select file_name from picture where result_id in"
                        + " (select id from result where film_id = ?)")
                .param(film.id())
                .query(String.class)
                .list());
    files.add(film.file());
    return files;
  }

  /** Also in tables that this class does not know: what belongs to a film names it by film_id. */
  private void eraseRows(String film) {
    for (String table : tables("result_id")) {
      if (!table.equals("film")) {
        database
            .sql(
                "delete from "
                    + table
                    + " where result_id in (select id from result where film_id = ?)")
            .param(film)
            .update();
      }
    }
    for (String table : tables("film_id")) {
      if (!table.equals("result")) {
        database.sql("delete from " + table + " where film_id = ?").param(film).update();
      }
    }
    database.sql("delete from result where film_id = ?").param(film).update();
    database.sql("delete from film where id = ?").param(film).update();
  }

  private List<String> tables(String column) {
    return database
        .sql(
            "select c.table_name from information_schema.columns c join information_schema.tables t"
                + " on t.table_schema = c.table_schema and t.table_name = c.table_name"
                + " where c.table_schema = current_schema and c.column_name = ?"
                + " and t.table_type = 'BASE TABLE' order by c.table_name")
        .param(column)
        .query(String.class)
        .list();
  }
}
