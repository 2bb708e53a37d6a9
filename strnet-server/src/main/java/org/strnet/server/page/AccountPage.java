package org.strnet.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.server.account.Account;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.ApiToken;
import org.strnet.server.account.ApiTokenRegister;
import org.strnet.server.account.IssuedToken;
import org.strnet.server.account.PasswordRules;
import org.strnet.server.account.RefusedChangeException;
import org.strnet.server.account.UserAdministration;
import org.strnet.server.audit.AuditLog;

/** What somebody does with their own account: password and tokens. */
@Controller
class AccountPage {

  private static final String BACK = "redirect:/account";
  private static final int LONGEST_DAYS = 730;

  private final AccountRegister accounts;
  private final ApiTokenRegister tokens;
  private final UserAdministration administration;
  private final AuditLog audit;
  private final Clock clock;

  AccountPage(
      AccountRegister accounts,
      ApiTokenRegister tokens,
      UserAdministration administration,
      AuditLog audit,
      Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.administration = administration;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/account")
  String show(Principal who, Model model) {
    Account account = account(who);
    List<ApiToken> own = tokens.of(account);
    model.addAttribute("account", account);
    model.addAttribute("tokens", own);
    model.addAttribute("now", Instant.now(clock));
    model.addAttribute("shortest", PasswordRules.SHORTEST);
    return "account";
  }

  @PostMapping("/account/password")
  String change(
      Principal who,
      @RequestParam String current,
      @RequestParam String chosen,
      @RequestParam String again,
      HttpServletRequest request,
      RedirectAttributes next) {
    try {
      if (!chosen.equals(again)) {
        throw new RefusedChangeException("The new password was typed in two ways.");
      }
      administration.changePassword(who.getName(), current, chosen);
    } catch (RefusedChangeException e) {
      next.addFlashAttribute("fault", e.getMessage());
      return BACK;
    }
    // Every session ends with the old password, this one too.
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return "redirect:/sign-in?changed";
  }

  @PostMapping("/account/sessions/end")
  String endSessions(Principal who) {
    Account account = account(who);
    accounts.endSessions(account.id());
    audit.add(account.name(), "account.sessions_ended", account.id(), "");
    return "redirect:/sign-in?logout";
  }

  @PostMapping("/account/tokens")
  String addToken(
      Principal who, @RequestParam String name, @RequestParam int days, RedirectAttributes next) {
    if (name.isBlank() || name.length() > 64 || days < 1 || days > LONGEST_DAYS) {
      next.addFlashAttribute(
          "fault", "A token has a name of 1 to 64 characters and 1 to 730 days.");
      return BACK;
    }
    Account account = account(who);
    IssuedToken issued = tokens.add(account, name, Optional.of(Duration.ofDays(days)));
    audit.add(account.name(), "token.created", issued.id(), days + " days");
    next.addFlashAttribute("issued", issued.token());
    return BACK;
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revoke(Principal who, @PathVariable String id) {
    Account account = account(who);
    if (tokens.byId(id).filter(token -> token.account().equals(account.name())).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    tokens.revoke(id);
    audit.add(account.name(), "token.revoked", id, "");
    return BACK;
  }

  private Account account(Principal who) {
    return accounts
        .byName(who.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
