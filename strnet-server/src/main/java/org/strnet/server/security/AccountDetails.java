package org.strnet.server.security;

import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;

/** Accounts as Spring Security asks for them. */
final class AccountDetails implements UserDetailsService {

  private final AccountRegister accounts;
  private final Clock clock;

  AccountDetails(AccountRegister accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    Account account =
        accounts
            .byName(name)
            .filter(found -> found.passwordHash().isPresent())
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    return new AccountUser(account, Instant.now(clock));
  }
}
