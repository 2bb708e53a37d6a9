package org.strnet.server.security;

import java.time.Instant;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.strnet.server.account.Account;

/** Somebody whom the identity provider signed in, under the name of their account here. */
final class ProviderUser extends DefaultOidcUser implements SignedIn {

  private static final long serialVersionUID = 1;

  private final String accountName;
  private final String accountId;
  private final int sessionEpoch;
  private final Instant signedInAt;

  ProviderUser(OidcUser provided, Account account, Instant now) {
    super(
        List.of(new SimpleGrantedAuthority(account.role().authority())),
        provided.getIdToken(),
        provided.getUserInfo());
    accountName = account.name();
    accountId = account.id();
    sessionEpoch = account.sessionEpoch();
    signedInAt = now;
  }

  @Override
  public String getName() {
    return accountName;
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

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
