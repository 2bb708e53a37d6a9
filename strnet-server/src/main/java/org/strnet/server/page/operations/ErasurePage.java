package org.strnet.server.page.operations;

import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.server.configuration.SecuritySettings;
import org.strnet.server.operation.ErasureRefusedException;
import org.strnet.server.operation.FilmErasure;

/** Deleting what is known of a patient, and how long films are kept. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ErasurePage {

  private final FilmErasure erasure;
  private final SecuritySettings settings;

  ErasurePage(FilmErasure erasure, SecuritySettings settings) {
    this.erasure = erasure;
    this.settings = settings;
  }

  @GetMapping("/operations/erasure")
  String show(Model model) {
    model.addAttribute("retentionDays", settings.retentionDays());
    return "operations/erasure";
  }

  /** The identifier is typed twice: there is no way back. */
  @PostMapping("/operations/erasure")
  String erase(
      Principal who,
      @RequestParam String patientId,
      @RequestParam String again,
      RedirectAttributes next) {
    try {
      if (!patientId.equals(again)) {
        throw new ErasureRefusedException("The identifier was typed in two ways.");
      }
      if (patientId.indexOf('\0') >= 0) {
        throw new ErasureRefusedException("No identifier has such a character.");
      }
      int films = erasure.erasePatient(who.getName(), patientId);
      next.addFlashAttribute("done", films + " films and all that was made of them are deleted.");
    } catch (ErasureRefusedException e) {
      next.addFlashAttribute("fault", e.getMessage());
    }
    return "redirect:/operations/erasure";
  }
}
