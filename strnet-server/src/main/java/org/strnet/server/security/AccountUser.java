package org.strnet.server.security;

import java.time.Instant;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.strnet.server.account.Account;

/** Somebody who signed in by password or token. */
final class AccountUser extends User implements SignedIn {

  private static final long serialVersionUID = 1;

  private final String accountId;
  private final int sessionEpoch;
  private final Instant signedInAt;

  AccountUser(Account account, Instant now) {
    super(
        account.name(),
        account.passwordHash().orElse(""),
        account.enabled(),
        true,
        true,
        !account.isLocked(now),
        List.of(new SimpleGrantedAuthority(account.role().authority())));
    accountId = account.id();
    sessionEpoch = account.sessionEpoch();
    signedInAt = now;
  }

  @Override
  public String accountId() {
    return accountId;
  }

  @Override
  public int sessionEpoch() {
    return sessionEpoch;
  }

  @Override
  public Instant signedInAt() {
    return signedInAt;
  }

  /** By name alone, as {@link User} has it: the rest changes while somebody is signed in. */
  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
