package org.strnet.server.account;

import java.util.Objects;

/**
 * A new token, to be shown once.
 *
 * @param id to revoke it by
 * @param token the token itself
 */
public record IssuedToken(String id, String token) {

  /** Checks that both are there. */
  public IssuedToken {
    Objects.requireNonNull(id);
    Objects.requireNonNull(token);
  }

  @Override
  public String toString() {
    return "IssuedToken[id=" + id + "]";
  }
}
