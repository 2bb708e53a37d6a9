package org.strnet.server.log;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its correlation identifier: the caller's where it is acceptable, a new one
 * otherwise. The answer names it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id =
        Optional.ofNullable(request.getHeader(Correlation.HEADER))
            .filter(Correlation::isAcceptable)
            .orElseGet(() -> UUID.randomUUID().toString());
    response.setHeader(Correlation.HEADER, id);
    try (Correlation scope = Correlation.begin(id)) {
      chain.doFilter(request, response);
    }
  }
}
