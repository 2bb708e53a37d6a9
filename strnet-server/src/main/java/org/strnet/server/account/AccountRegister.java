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

  /** The account of a name; what cannot be one is asked of no database. */
  public Optional<Account> byName(String name) {
    if (!Account.isName(name)) {
      return Optional.empty();
    }
    return database
        .sql("select * from account where name = ?")
        .param(name)
        .query(AccountRegister::read)
        .optional();
  }

  /** The account of an identifier. */
  public Optional<Account> byId(String id) {
    return database
        .sql("select * from account where id = ?")
        .param(id)
        .query(AccountRegister::read)
        .optional();
  }

  /** The account of somebody whom an identity provider knows. */
  public Optional<Account> byOidcSubject(String subject) {
    return database
        .sql("select * from account where oidc_subject = ?")
        .param(subject)
        .query(AccountRegister::read)
        .optional();
  }

  /** Adds an account that signs in by a one-time password first. */
  public Account add(String name, String displayName, String passwordHash, Role role) {
    return add(name, displayName, Optional.of(passwordHash), role, Optional.empty());
  }

  /** Adds an account that an identity provider signs in. */
  public Account addOidc(String name, String displayName, String subject, Role role) {
    return add(name, displayName, Optional.empty(), role, Optional.of(subject));
  }

  private Account add(
      String name,
      String displayName,
      Optional<String> passwordHash,
      Role role,
      Optional<String> subject) {
    Account account =
        new Account(
            UUID.randomUUID().toString(),
            name,
            displayName,
            passwordHash,
            role,
            true,
            passwordHash.isPresent(),
            0,
            Optional.empty(),
            subject,
            0);
    database
        .sql(
            "insert into account (id, name, display_name, password_hash, role, enabled,"
                + " must_change_password, failed_attempts, oidc_subject, created_at)"
                + " values (?, ?, ?, ?, ?, true, ?, 0, ?, ?)")
        .params(
            account.id(),
            name,
            displayName,
            passwordHash.orElse(null),
            role.name(),
            account.mustChangePassword(),
            subject.orElse(null),
            Timestamp.from(Instant.now(clock)))
        .update();
    return account;
  }

  /**
   * Sets a password, which ends a lock and every session.
   *
   * @param oneTime whether it has to be changed at once
   */
  public void setPassword(String id, String hash, boolean oneTime) {
    database
        .sql(
            "update account set password_hash = ?, must_change_password = ?, failed_attempts = 0,"
                + " locked_until = null, session_epoch = session_epoch + 1 where id = ?")
        .params(hash, oneTime, id)
        .update();
  }

  /** Sets a role, which ends every session. */
  public void setRole(String id, Role role) {
    database
        .sql("update account set role = ?, session_epoch = session_epoch + 1 where id = ?")
        .params(role.name(), id)
        .update();
  }

  /** Lets an account sign in or not; both end every session. */
  public void setEnabled(String id, boolean enabled) {
    database
        .sql("update account set enabled = ?, session_epoch = session_epoch + 1 where id = ?")
        .params(enabled, id)
        .update();
  }

  /** Ends every session. */
  public void endSessions(String id) {
    database
        .sql("update account set session_epoch = session_epoch + 1 where id = ?")
        .param(id)
        .update();
  }

  /** The enabled administrators, kept as they are until the transaction ends. */
  List<String> lockedAdministrators() {
    return database
        .sql("select id from account where role = ? and enabled order by id for update")
        .param(Role.ADMINISTRATOR.name())
        .query(String.class)
        .list();
  }

  /** Counts a failed sign-in, and gives the failures in a row with it. */
  int failed(String id) {
    database
        .sql("update account set failed_attempts = failed_attempts + 1 where id = ?")
        .param(id)
        .update();
    return database
        .sql("select failed_attempts from account where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** Refuses sign-in until a moment. */
  void lock(String id, Instant until) {
    database
        .sql("update account set locked_until = ? where id = ?")
        .params(Timestamp.from(until), id)
        .update();
  }

  /** Forgets the failures before a sign-in. */
  void succeeded(String id) {
    database
        .sql("update account set failed_attempts = 0, locked_until = null where id = ?")
        .param(id)
        .update();
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
        Optional.ofNullable(row.getString("oidc_subject")),
        row.getInt("session_epoch"));
  }
}
