package org.strnet.server.account;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.provenance.Sha256;

/** API tokens in the database, by their SHA-256: 256 random bits need no slower hash. */
@Component
public class ApiTokenRegister {

  /** What every token begins with, so that one left in a file is recognised. */
  public static final String PREFIX = "strnet_";

  private static final String SELECT =
      "select t.*, a.name as account_name from api_token t join account a on a.id = t.account_id";

  private final JdbcClient database;
  private final Clock clock;

  ApiTokenRegister(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param account whose it is
   * @param name 1 to 64 characters
   * @param lifetime empty for a token without an end
   * @return the token itself, which cannot be had again
   */
  public IssuedToken add(Account account, String name, Optional<Duration> lifetime) {
    if (name.isBlank() || name.length() > 64) {
      throw new IllegalArgumentException("a token's name has 1 to 64 characters");
    }
    String token = PREFIX + Secrets.token();
    String id = UUID.randomUUID().toString();
    Instant now = Instant.now(clock);
    database
        .sql(
            "insert into api_token (id, account_id, name, token_hash, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            id,
            account.id(),
            name.strip(),
            hash(token),
            Timestamp.from(now),
            lifetime.map(now::plus).map(Timestamp::from).orElse(null))
        .update();
    return new IssuedToken(id, token);
  }

  /** The usable token of a text, if there is one. Its use is noted, to the minute. */
  public Optional<ApiToken> used(String token) {
    Instant now = Instant.now(clock);
    Optional<ApiToken> found =
        database
            .sql(SELECT + " where t.token_hash = ?")
            .param(hash(token))
            .query(ApiTokenRegister::read)
            .optional()
            .filter(it -> it.isUsable(now));
    found
        .filter(it -> it.lastUsedAt().map(at -> at.isBefore(now.minusSeconds(60))).orElse(true))
        .ifPresent(
            it ->
                database
                    .sql("update api_token set last_used_at = ? where id = ?")
                    .params(Timestamp.from(now), it.id())
                    .update());
    return found;
  }

  /** The token of an identifier. */
  public Optional<ApiToken> byId(String id) {
    return database
        .sql(SELECT + " where t.id = ?")
        .param(id)
        .query(ApiTokenRegister::read)
        .optional();
  }

  /** All tokens, newest first. */
  public List<ApiToken> all() {
    return database
        .sql(SELECT + " order by t.created_at desc, t.id")
        .query(ApiTokenRegister::read)
        .list();
  }

  /** The tokens of an account, newest first. */
  public List<ApiToken> of(Account account) {
    return database
        .sql(SELECT + " where t.account_id = ? order by t.created_at desc, t.id")
        .param(account.id())
        .query(ApiTokenRegister::read)
        .list();
  }

  /** Ends a token; one that has ended stays so. */
  public void revoke(String id) {
    database
        .sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
        .params(Timestamp.from(Instant.now(clock)), id)
        .update();
  }

  private static String hash(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiToken read(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getString("id"),
        row.getString("account_name"),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
