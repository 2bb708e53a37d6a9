package org.strnet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * A request that cannot be read is its sender's fault, wherever it is found out. Its exception
 * names values of parameters, and so must not reach the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableRequests extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | InvalidParameterException e) {
      Optional<HttpStatus> status = status(e);
      if (status.isEmpty() || response.isCommitted()) {
        throw e;
      }
      response.sendError(status.get().value());
    }
  }

  private static Optional<HttpStatus> status(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MaxUploadSizeExceededException) {
        return Optional.of(HttpStatus.CONTENT_TOO_LARGE);
      }
      if (cause instanceof MultipartException || cause instanceof InvalidParameterException) {
        return Optional.of(HttpStatus.BAD_REQUEST);
      }
    }
    return Optional.empty();
  }
}
