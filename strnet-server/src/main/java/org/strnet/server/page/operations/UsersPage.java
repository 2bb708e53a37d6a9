package org.strnet.server.page.operations;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.server.account.AccountRegister;
import org.strnet.server.account.RefusedChangeException;
import org.strnet.server.account.Role;
import org.strnet.server.account.UserAdministration;

/** Who may sign in, and as what. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class UsersPage {

  private final AccountRegister accounts;
  private final UserAdministration administration;
  private final Clock clock;

  UsersPage(AccountRegister accounts, UserAdministration administration, Clock clock) {
    this.accounts = accounts;
    this.administration = administration;
    this.clock = clock;
  }

  @GetMapping("/operations/users")
  String show(Model model) {
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("roles", Role.values());
    model.addAttribute("now", Instant.now(clock));
    return "operations/users";
  }

  @PostMapping("/operations/users")
  String add(
      Principal who,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam Role role,
      RedirectAttributes next) {
    return secret(next, name, () -> administration.add(who.getName(), name, displayName, role));
  }

  @PostMapping("/operations/users/{id}/reset")
  String reset(Principal who, @PathVariable String id, RedirectAttributes next) {
    String name = accounts.byId(id).map(account -> account.name()).orElse("");
    return secret(next, name, () -> administration.reset(who.getName(), id));
  }

  @PostMapping("/operations/users/{id}/role")
  String changeRole(
      Principal who, @PathVariable String id, @RequestParam Role role, RedirectAttributes next) {
    return done(next, () -> administration.changeRole(who.getName(), id, role));
  }

  @PostMapping("/operations/users/{id}/enabled")
  String setEnabled(
      Principal who,
      @PathVariable String id,
      @RequestParam boolean enabled,
      RedirectAttributes next) {
    return done(next, () -> administration.setEnabled(who.getName(), id, enabled));
  }

  private static String secret(RedirectAttributes next, String name, Supplier<String> change) {
    return done(
        next,
        () -> {
          next.addFlashAttribute("issued", change.get());
          next.addFlashAttribute("issuedFor", name);
        });
  }

  private static String done(RedirectAttributes next, Runnable change) {
    try {
      change.run();
    } catch (RefusedChangeException e) {
      next.addFlashAttribute("fault", e.getMessage());
    }
    return "redirect:/operations/users";
  }
}
