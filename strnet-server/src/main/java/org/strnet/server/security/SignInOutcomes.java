package org.strnet.server.security;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.strnet.server.account.SignIns;

/** Passes on what Spring Security says of sign-ins. */
@Component
class SignInOutcomes {

  private final SignIns signIns;

  SignInOutcomes(SignIns signIns) {
    this.signIns = signIns;
  }

  @EventListener
  void failed(AbstractAuthenticationFailureEvent event) {
    if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken) {
      signIns.failed(event.getAuthentication().getName());
    }
  }

  @EventListener
  void ended(LogoutSuccessEvent event) {
    signIns.ended(event.getAuthentication().getName());
  }
}
