package org.strnet.server.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.Role;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.configuration.SecuritySettings;

/**
 * The account of somebody whom the identity provider knows: made at their first sign-in, with the
 * role that the provider says at every one. Who has no role there does not come in.
 */
@Component
class ProviderAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private static final int LONGEST_NAME = 56;

  private final OidcUserService provider = new OidcUserService();
  private final AccountRegister accounts;
  private final SecuritySettings settings;
  private final AuditLog audit;
  private final Clock clock;

  ProviderAccounts(
      AccountRegister accounts, SecuritySettings settings, AuditLog audit, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = provider.loadUser(request);
    String subject = user.getIssuer() + "|" + user.getSubject();
    Optional<Account> known = accounts.byOidcSubject(subject);
    Optional<Role> role = role(user.getClaims());
    if (role.isEmpty() || known.filter(account -> !account.enabled()).isPresent()) {
      audit.add(
          "anonymous",
          "sign_in.failed",
          known.map(Account::id).orElse("unknown"),
          role.isEmpty() ? "no role at the identity provider" : "disabled");
      throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED));
    }
    Account account =
        known.map(it -> withRole(it, role.get())).orElseGet(() -> add(user, subject, role.get()));
    return new ProviderUser(user, account, Instant.now(clock));
  }

  private Account withRole(Account account, Role role) {
    if (account.role() == role) {
      return account;
    }
    accounts.setRole(account.id(), role);
    audit.add(
        "system", "account.role", account.id(), account.role() + " to " + role + ", by provider");
    return accounts.byId(account.id()).orElseThrow();
  }

  private Account add(OidcUser user, String subject, Role role) {
    String wanted =
        Optional.ofNullable(user.getPreferredUsername())
            .or(() -> Optional.ofNullable(user.getEmail()))
            .orElse("user")
            .replaceAll("[^A-Za-z0-9._@-]", "_");
    String name =
        (wanted + "__").substring(0, Math.max(2, Math.min(LONGEST_NAME, wanted.length())));
    String free = name;
    for (int i = 2; accounts.byName(free).isPresent(); i++) {
      free = name + "-" + i;
    }
    String shown = Optional.ofNullable(user.getFullName()).orElse(free);
    Account account =
        accounts.addOidc(free, shown.substring(0, Math.min(128, shown.length())), subject, role);
    audit.add("system", "account.created", account.id(), role + ", by provider");
    return account;
  }

  /** The highest of the roles that the claim holds. */
  private Optional<Role> role(Map<String, Object> claims) {
    return values(claims).stream()
        .map(this::known)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private Optional<Role> known(String value) {
    if (settings.roles().isEmpty()) {
      return role(value);
    }
    return Optional.ofNullable(settings.roles().get(value)).flatMap(ProviderAccounts::role);
  }

  private static Optional<Role> role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private List<String> values(Map<String, Object> claims) {
    Object at = claims;
    for (String part : settings.roleClaim().split("\\.", -1)) {
      at = at instanceof Map<?, ?> object ? object.get(part) : null;
    }
    if (at instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return at == null ? List.of() : List.of(at.toString());
  }
}
