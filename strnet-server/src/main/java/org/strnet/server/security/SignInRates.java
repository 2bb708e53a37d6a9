package org.strnet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.strnet.server.configuration.SecuritySettings;

/**
 * How often passwords may be tried, at sign-in and where one's own is changed: by address and by
 * name.
 */
final class SignInRates extends OncePerRequestFilter {

  private final RateLimit byAddress;
  private final RateLimit byName;

  SignInRates(SecuritySettings settings, Clock clock) {
    byAddress = new RateLimit(settings.signInsPerMinuteAndAddress(), clock);
    byName = new RateLimit(settings.signInsPerMinuteAndName(), clock);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = Answers.path(request);
    return !request.getMethod().equals("POST")
        || !(path.equals("/sign-in") || path.equals("/account/password"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait =
        byAddress.wait(request.getRemoteAddr()).or(() -> byName.wait(name(request)));
    if (wait.isPresent()) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.get().toSeconds())));
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    chain.doFilter(request, response);
  }

  private static String name(HttpServletRequest request) {
    String name =
        request.getUserPrincipal() == null
            ? request.getParameter("username")
            : request.getUserPrincipal().getName();
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
