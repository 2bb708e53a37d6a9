package org.strnet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.strnet.server.configuration.SecuritySettings;

/** How many requests of a program an account may make in a minute. */
final class ApiRates extends OncePerRequestFilter {

  private final RateLimit byAccount;

  ApiRates(SecuritySettings settings, Clock clock) {
    byAccount = new RateLimit(settings.requestsPerMinuteAndAccount(), clock);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Answers.areForProgram(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    Optional<Duration> wait =
        who != null && who.getPrincipal() instanceof SignedIn account
            ? byAccount.wait(account.accountId())
            : Optional.empty();
    if (wait.isPresent()) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.get().toSeconds())));
      Answers.write(
          response,
          Answers.path(request),
          HttpStatus.TOO_MANY_REQUESTS,
          "More requests in a minute than an account may make.");
      return;
    }
    chain.doFilter(request, response);
  }
}
