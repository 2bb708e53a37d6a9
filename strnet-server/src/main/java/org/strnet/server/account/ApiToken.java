package org.strnet.server.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A token as it is kept: what it opens, never the token itself.
 *
 * @param id identifier
 * @param account whose it is
 * @param name what its owner calls it
 * @param createdAt when
 * @param expiresAt from when on it opens nothing; empty for never
 * @param lastUsedAt to the minute
 * @param revokedAt since when it opens nothing
 */
public record ApiToken(
    String id,
    String account,
    String name,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {

  /** Checks that all are there. */
  public ApiToken {
    Objects.requireNonNull(id);
    Objects.requireNonNull(account);
    Objects.requireNonNull(name);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(lastUsedAt);
    Objects.requireNonNull(revokedAt);
  }

  /** Whether it opens anything at a moment. */
  public boolean isUsable(Instant now) {
    return revokedAt.isEmpty() && (expiresAt.isEmpty() || now.isBefore(expiresAt.get()));
  }
}
