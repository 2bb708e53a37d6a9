package org.strnet.server.page.operations;

import java.security.Principal;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.server.audit.AuditHead;
import org.strnet.server.audit.AuditLog;

/** The audit log: search, and whether its chain holds. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AuditPage {

  private static final int LINES = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final int LONGEST_TEXT = 128;

  private final AuditLog audit;

  AuditPage(AuditLog audit) {
    this.audit = audit;
  }

  @GetMapping("/operations/audit")
  String show(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    String searched = text.substring(0, Math.min(LONGEST_TEXT, text.length())).replace("\0", "");
    int number = Math.max(1, Math.min(page, LAST_PAGE));
    long count = audit.count(searched);
    model.addAttribute("text", searched);
    model.addAttribute("page", number);
    model.addAttribute("pages", Math.max(1, (count + LINES - 1) / LINES));
    model.addAttribute("count", count);
    model.addAttribute("entries", audit.find(searched, (number - 1) * LINES, LINES));
    model.addAttribute("head", audit.head());
    return "operations/audit";
  }

  @PostMapping("/operations/audit/check")
  String check(Principal who, RedirectAttributes next) {
    AuditHead head = audit.head();
    Optional<String> fault = audit.fault();
    audit.add(who.getName(), "audit.checked", "", fault.orElse("whole"));
    fault.ifPresentOrElse(
        it -> next.addFlashAttribute("fault", "The chain is broken: " + it + "."),
        () ->
            next.addFlashAttribute("done", "The chain of " + head.number() + " entries is whole."));
    return "redirect:/operations/audit";
  }
}
