package org.strnet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;

/**
 * Looks at the account at every request of a session: whether it still is what it was at sign-in,
 * and whether a one-time password has to be changed before anything else.
 */
final class AccountGuard extends OncePerRequestFilter {

  private static final String CHANGE = "/account";
  private static final List<String> OPEN =
      List.of(CHANGE, "/account/password", "/sign-out", "/sign-in", "/error");
  private static final List<String> OPEN_FOLDERS = List.of("/style/", "/script/", "/webjars/");

  private final AccountRegister accounts;
  private final Duration longest;
  private final Clock clock;

  AccountGuard(AccountRegister accounts, Duration longest, Clock clock) {
    this.accounts = accounts;
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account =
        accounts.byId(signedIn.accountId()).filter(it -> holds(it, signedIn));
    if (account.isEmpty()) {
      end(request);
      chain.doFilter(request, response);
    } else if (account.get().mustChangePassword() && !isOpen(Answers.path(request))) {
      askForPassword(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean holds(Account account, SignedIn signedIn) {
    return account.enabled()
        && account.sessionEpoch() == signedIn.sessionEpoch()
        && Instant.now(clock).isBefore(signedIn.signedInAt().plus(longest));
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
  }

  private static void askForPassword(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Answers.areForProgram(request)) {
      Answers.write(
          response,
          Answers.path(request),
          HttpStatus.FORBIDDEN,
          "The one-time password has to be changed first.");
    } else {
      response.sendRedirect(request.getContextPath() + CHANGE);
    }
  }
}
