package org.strnet.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of everything that was done. Entries are only ever added; nothing here changes one. */
@Component
public class AuditLog {

  private static final String COLUMNS =
      "number, made_at, actor, action, subject, detail, previous_hash, hash";

  private static final String HOLDS =
      " from audit_entry where actor like :t or action like :t or subject like :t"
          + " or detail like :t";

  private static final int LONGEST_DETAIL = 2048;

  private final JdbcClient database;
  private final AuditConnection own;
  private final Clock clock;

  AuditLog(JdbcClient database, AuditConnection own, Clock clock) {
    this.database = database;
    this.own = own;
    this.clock = clock;
  }

  /**
   * Adds an entry in a transaction of its own, which is committed when this returns: an entry stays
   * when what its caller does is rolled back. Writers in several processes wait for each other at
   * the row that holds the chain's end.
   *
   * @param actor the account's name, or {@code system}
   * @param action code of what was done
   * @param subject identifier of what it was done to
   * @param detail what else is to be known, cut at 2048 characters; never a secret
   */
  public synchronized AuditEntry add(String actor, String action, String subject, String detail) {
    return Objects.requireNonNull(
        own.transaction().execute(status -> append(actor, action, subject, detail)));
  }

  private AuditEntry append(String actor, String action, String subject, String detail) {
    AuditHead head =
        own.client()
            .sql("select number, hash from audit_head where id = 1 for update")
            .query(AuditLog::readHead)
            .single();
    AuditEntry entry =
        new AuditEntry(
            head.number() + 1,
            Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
            actor,
            action,
            subject,
            detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail,
            head.hash());
    own.client()
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
    own.client()
        .sql("update audit_head set number = ?, hash = ? where id = 1")
        .params(entry.number(), entry.hash())
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
    return database
        .sql(
            "select "
                + COLUMNS
                + HOLDS
                + " order by number desc offset :o rows fetch next :n rows only")
        .param("t", pattern(text))
        .param("o", offset)
        .param("n", most)
        .query(AuditLog::read)
        .list()
        .stream()
        .map(Stored::entry)
        .toList();
  }

  /** How many entries hold a text; empty for all. */
  public long count(String text) {
    return database
        .sql("select count(*)" + HOLDS)
        .param("t", pattern(text))
        .query(Long.class)
        .single();
  }

  private static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * Follows the chain from its first entry to the one that was the last when this began. Who can
   * write the whole table can write a whole new chain: a copy of {@link #head} kept elsewhere shows
   * it.
   *
   * @return what is wrong with it; empty when every entry is as it was written
   */
  public Optional<String> fault() {
    AuditHead head = head();
    String previous = AuditEntry.NONE_BEFORE;
    long expected = 1;
    while (expected <= head.number()) {
      List<Stored> some = following(expected, head.number());
      if (some.isEmpty()) {
        return Optional.of("entry %d is missing".formatted(expected));
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
    return head.hash().equals(previous)
        ? Optional.empty()
        : Optional.of("entry %d is not the one that was last".formatted(head.number()));
  }

  private List<Stored> following(long from, long to) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from audit_entry where number between ? and ? order by number"
                + " fetch next 1000 rows only")
        .params(from, to)
        .query(AuditLog::read)
        .list();
  }

  /** The end of the chain now. */
  public AuditHead head() {
    return database.sql("select number, hash from audit_head").query(AuditLog::readHead).single();
  }

  private static AuditHead readHead(ResultSet row, int number) throws SQLException {
    return new AuditHead(row.getLong("number"), row.getString("hash"));
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
