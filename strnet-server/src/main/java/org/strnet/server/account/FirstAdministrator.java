package org.strnet.server.account;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.strnet.server.audit.AuditLog;

/** Makes the first account of a new installation, so that somebody can sign in at all. */
@Component
public class FirstAdministrator {

  /** The name of the first account. */
  public static final String NAME = "admin";

  private final AccountRegister accounts;
  private final PasswordEncoder encoder;
  private final AuditLog audit;

  FirstAdministrator(AccountRegister accounts, PasswordEncoder encoder, AuditLog audit) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.audit = audit;
  }

  /**
   * Makes it where there is no account yet.
   *
   * @return its one-time password, to be shown once; empty where there are accounts
   */
  public Optional<String> create() {
    if (!accounts.all().isEmpty()) {
      return Optional.empty();
    }
    String password = Secrets.oneTimePassword();
    accounts.add(NAME, "Administrator", encoder.encode(password), Role.ADMINISTRATOR);
    audit.add("system", "account.created", NAME, "first administrator");
    return Optional.of(password);
  }
}
