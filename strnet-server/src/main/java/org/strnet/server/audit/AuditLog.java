package org.strnet.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of everything that was done. Entries are only ever added; nothing here changes one. */
@Component
public class AuditLog {

  private static final String COLUMNS =
      "number, made_at, actor, action, subject, detail, previous_hash, hash";

  private final JdbcClient database;
  private final Clock clock;

  AuditLog(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds an entry at once, in a transaction of its caller where there is one.
   *
   * @param actor the account's name, or {@code system}
   * @param action code of what was done
   * @param subject identifier of what it was done to
   * @param detail what else is to be known, cut at 2048 characters; never a secret
   */
  public synchronized AuditEntry add(String actor, String action, String subject, String detail) {
    Optional<Stored> last = last();
    AuditEntry entry =
        new AuditEntry(
            last.map(stored -> stored.entry().number()).orElse(0L) + 1,
            Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
            actor,
            action,
            subject,
            detail.length() > 2048 ? detail.substring(0, 2048) : detail,
            last.map(Stored::hash).orElse(AuditEntry.NONE_BEFORE));
    database
        .sql("insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.number(),
            Timestamp.from(entry.madeAt()),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail(),
            entry.previousHash(),
            entry.hash())
        .update();
    return entry;
  }

  /**
   * Entries that hold a text in actor, action, subject or detail, newest first.
   *
   * @param text empty for all
   * @param offset how many to leave out
   * @param most how many to give
   */
  public List<AuditEntry> find(String text, int offset, int most) {
    String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return database
        .sql(
            "select "
                + COLUMNS
                + " from audit_entry where actor like :t or action like :t or subject like :t"
                + " or detail like :t order by number desc offset :o rows fetch next :n rows only")
        .param("t", pattern)
        .param("o", offset)
        .param("n", most)
        .query(AuditLog::read)
        .list()
        .stream()
        .map(Stored::entry)
        .toList();
  }

  /**
   * Follows the chain from its first entry.
   *
   * @return what is wrong with it; empty when every entry is as it was written
   */
  public Optional<String> fault() {
    String previous = AuditEntry.NONE_BEFORE;
    long expected = 1;
    while (true) {
      List<Stored> some =
          database
              .sql(
                  "select "
                      + COLUMNS
                      + " from audit_entry where number >= ? order by number"
                      + " fetch next 1000 rows only")
              .param(expected)
              .query(AuditLog::read)
              .list();
      if (some.isEmpty()) {
        return Optional.empty();
      }
      for (Stored stored : some) {
        AuditEntry entry = stored.entry();
        if (entry.number() != expected) {
          return Optional.of("entry %d is missing".formatted(expected));
        }
        if (!entry.previousHash().equals(previous) || !entry.hash().equals(stored.hash())) {
          return Optional.of("entry %d was changed".formatted(expected));
        }
        previous = stored.hash();
        expected++;
      }
    }
  }

  private Optional<Stored> last() {
    return database
        .sql("select " + COLUMNS + " from audit_entry order by number desc fetch next 1 rows only")
        .query(AuditLog::read)
        .optional();
  }

  private record Stored(AuditEntry entry, String hash) {}

  private static Stored read(ResultSet row, int number) throws SQLException {
    return new Stored(
        new AuditEntry(
            row.getLong("number"),
            row.getTimestamp("made_at").toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("detail"),
            row.getString("previous_hash")),
        row.getString("hash"));
  }
}
