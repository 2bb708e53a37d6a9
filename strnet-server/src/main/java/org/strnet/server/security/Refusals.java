package org.strnet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What somebody is told who is not signed in, or may not. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String SIGN_IN = "/sign-in";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    if (Answers.areForProgram(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      Answers.write(
          response,
          Answers.path(request),
          HttpStatus.UNAUTHORIZED,
          "Sign in, or send a token that is known and has not ended.");
    } else if (request.getHeader("HX-Request") != null) {
      // A part of a page: the whole page goes to sign-in.
      response.setHeader("HX-Redirect", SIGN_IN);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      response.sendRedirect(request.getContextPath() + SIGN_IN);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    if (Answers.areForProgram(request)) {
      Answers.write(
          response,
          Answers.path(request),
          HttpStatus.FORBIDDEN,
          "This needs another role, or the request lacks its token against forgery.");
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
