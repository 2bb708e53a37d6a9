package org.strnet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.strnet.server.account.SignIns;

/**
 * What follows from a sign-in that worked: failures before it are forgotten, the worklist opens.
 */
@Component
class SessionStart implements AuthenticationSuccessHandler {

  private final SignIns signIns;

  SessionStart(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    signIns.succeeded(who.getName());
    response.sendRedirect(request.getContextPath() + "/");
  }
}
