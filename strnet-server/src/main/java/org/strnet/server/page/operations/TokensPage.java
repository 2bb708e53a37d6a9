package org.strnet.server.page.operations;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.server.account.ApiTokenRegister;
import org.strnet.server.audit.AuditLog;

/** The tokens of all accounts. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class TokensPage {

  private final ApiTokenRegister tokens;
  private final AuditLog audit;
  private final Clock clock;

  TokensPage(ApiTokenRegister tokens, AuditLog audit, Clock clock) {
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/operations/tokens")
  String show(Model model) {
    model.addAttribute("tokens", tokens.all());
    model.addAttribute("now", Instant.now(clock));
    return "operations/tokens";
  }

  @PostMapping("/operations/tokens/{id}/revoke")
  String revoke(Principal who, @PathVariable String id) {
    if (tokens.byId(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    tokens.revoke(id);
    audit.add(who.getName(), "token.revoked", id, "");
    return "redirect:/operations/tokens";
  }
}
