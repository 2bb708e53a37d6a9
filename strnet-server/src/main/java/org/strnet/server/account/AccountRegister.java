package org.strnet.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts in the database. */
@Component
public class AccountRegister {

  private final JdbcClient database;
  private final Clock clock;

  AccountRegister(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All accounts by name. */
  public List<Account> all() {
    return database.sql("select * from account order by name").query(AccountRegister::read).list();
  }

  /** The account of a name. */
  public Optional<Account> byName(String name) {
    return database
        .sql("select * from account where name = ?")
        .param(name)
        .query(AccountRegister::read)
        .optional();
  }

  /** Adds an account that signs in by password. */
  public Account add(String name, String displayName, String passwordHash, Role role) {
    Account account =
        new Account(
            UUID.randomUUID().toString(),
            name,
            displayName,
            Optional.of(passwordHash),
            role,
            true,
            true,
            0,
            Optional.empty(),
            Optional.empty());
    database
        .sql(
            "insert into account (id, name, display_name, password_hash, role, enabled,"
                + " must_change_password, failed_attempts, created_at)"
                + " values (?, ?, ?, ?, ?, true, true, 0, ?)")
        .params(
            account.id(),
            name,
            displayName,
            passwordHash,
            role.name(),
            Timestamp.from(Instant.now(clock)))
        .update();
    return account;
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("password_hash")),
        Role.valueOf(row.getString("role")),
        row.getBoolean("enabled"),
        row.getBoolean("must_change_password"),
        row.getInt("failed_attempts"),
        Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("oidc_subject")));
  }
}
