package org.strnet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.ApiTokenRegister;

/** A program is who its token's account is, for one request (RFC 6750). */
final class TokenSignIn extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiTokenRegister tokens;
  private final AccountRegister accounts;
  private final Clock clock;

  TokenSignIn(ApiTokenRegister tokens, AccountRegister accounts, Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Whether a program asks with a token: then no session counts, and none is made. */
  static boolean isOffered(HttpServletRequest request) {
    return Answers.areForProgram(request) && token(request).isPresent();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    token(request)
        .flatMap(tokens::used)
        .flatMap(token -> accounts.byName(token.account()))
        .filter(Account::enabled)
        .ifPresent(this::signIn);
    chain.doFilter(request, response);
  }

  private void signIn(Account account) {
    AccountUser user = new AccountUser(account, Instant.now(clock));
    user.eraseCredentials();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    SecurityContextHolder.setContext(context);
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }
}
