package org.strnet.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.strnet.server.audit.AuditLog;

/** What follows from sign-ins that worked and that did not: the log, and the lock. */
@Component
public class SignIns {

  private static final String NOBODY = "anonymous";

  private final AccountRegister accounts;
  private final AuditLog audit;
  private final Clock clock;

  SignIns(AccountRegister accounts, AuditLog audit, Clock clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A sign-in failed. What was typed as a name goes into no log unless it is one: people type
   * passwords there. While an account is locked nothing is counted.
   */
  public void failed(String name) {
    Optional<Account> known = accounts.byName(name);
    if (known.isEmpty()) {
      audit.add(NOBODY, "sign_in.failed", "unknown", "");
      return;
    }
    Account account = known.get();
    Instant now = Instant.now(clock);
    audit.add(NOBODY, "sign_in.failed", account.id(), account.isLocked(now) ? "locked" : "");
    if (account.isLocked(now)) {
      return;
    }
    Optional<Duration> lock = Lockout.after(accounts.failed(account.id()));
    if (lock.isPresent()) {
      accounts.lock(account.id(), now.plus(lock.get()));
      audit.add("system", "account.locked", account.id(), lock.get().toMinutes() + " min");
    }
  }

  /** A sign-in worked. */
  public void succeeded(String name) {
    accounts
        .byName(name)
        .ifPresent(
            account -> {
              accounts.succeeded(account.id());
              audit.add(account.name(), "sign_in", account.id(), "");
            });
  }

  /** Somebody signed out. */
  public void ended(String name) {
    accounts
        .byName(name)
        .ifPresent(account -> audit.add(account.name(), "sign_out", account.id(), ""));
  }
}
