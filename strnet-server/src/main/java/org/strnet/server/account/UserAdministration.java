package org.strnet.server.account;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.strnet.server.audit.AuditLog;

/**
 * What administrators do to accounts, and people to their own. There is always an administrator
 * left who may sign in.
 */
@Component
public class UserAdministration {

  private final AccountRegister accounts;
  private final PasswordEncoder encoder;
  private final AuditLog audit;

  UserAdministration(AccountRegister accounts, PasswordEncoder encoder, AuditLog audit) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.audit = audit;
  }

  /**
   * Adds an account.
   *
   * @return its one-time password, to be shown once
   * @throws RefusedChangeException when the name is taken or none
   */
  public String add(String actor, String name, String displayName, Role role) {
    if (!Account.isName(name)) {
      throw new RefusedChangeException(
          "A name has 2 to 64 letters, digits, dots, hyphens, underscores or at signs.");
    }
    if (displayName.length() > 128) {
      throw new RefusedChangeException("A full name has at most 128 characters.");
    }
    if (accounts.byName(name).isPresent()) {
      throw new RefusedChangeException("There is an account of this name.");
    }
    String password = Secrets.oneTimePassword();
    Account account =
        accounts.add(
            name, displayName.isBlank() ? name : displayName, encoder.encode(password), role);
    audit.add(actor, "account.created", account.id(), role.name());
    return password;
  }

  /** Gives an account a one-time password, and ends its sessions and a lock. */
  public String reset(String actor, String id) {
    Account account = required(id);
    if (account.passwordHash().isEmpty()) {
      throw new RefusedChangeException("The identity provider keeps this account's password.");
    }
    String password = Secrets.oneTimePassword();
    accounts.setPassword(id, encoder.encode(password), true);
    audit.add(actor, "account.password_reset", id, "");
    return password;
  }

  /** Changes a role. */
  @Transactional
  public void changeRole(String actor, String id, Role role) {
    Account account = required(id);
    if (role != Role.ADMINISTRATOR) {
      refuseLast(id);
    }
    accounts.setRole(id, role);
    audit.add(actor, "account.role", id, account.role() + " to " + role);
  }

  /** Lets an account sign in or not. */
  @Transactional
  public void setEnabled(String actor, String id, boolean enabled) {
    required(id);
    if (!enabled) {
      refuseLast(id);
    }
    accounts.setEnabled(id, enabled);
    audit.add(actor, enabled ? "account.enabled" : "account.disabled", id, "");
  }

  /**
   * Changes somebody's own password.
   *
   * @throws RefusedChangeException when the current one is wrong or the new one is not taken
   */
  public void changePassword(String name, String current, String chosen) {
    Account account =
        accounts.byName(name).orElseThrow(() -> new RefusedChangeException("No such account."));
    String hash =
        account
            .passwordHash()
            .orElseThrow(
                () -> new RefusedChangeException("The identity provider keeps your password."));
    if (!encoder.matches(current, hash)) {
      audit.add(name, "account.password_refused", account.id(), "");
      throw new RefusedChangeException("The current password is not this one.");
    }
    Optional<String> fault = PasswordRules.fault(chosen, account.name());
    if (fault.isPresent()) {
      throw new RefusedChangeException(fault.get());
    }
    if (encoder.matches(chosen, hash)) {
      throw new RefusedChangeException("The new password is the old one.");
    }
    accounts.setPassword(account.id(), encoder.encode(chosen), false);
    audit.add(name, "account.password_changed", account.id(), "");
  }

  private Account required(String id) {
    return accounts.byId(id).orElseThrow(() -> new RefusedChangeException("No such account."));
  }

  private void refuseLast(String id) {
    if (accounts.lockedAdministrators().stream().allMatch(id::equals)
        && accounts
            .byId(id)
            .filter(it -> it.enabled() && it.role() == Role.ADMINISTRATOR)
            .isPresent()) {
      throw new RefusedChangeException("The last administrator stays one.");
    }
  }
}
