package org.strnet.server.page.quality;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.server.quality.monitoring.AcknowledgementRegister;
import org.strnet.server.quality.monitoring.AlarmCondition;
import org.strnet.server.quality.monitoring.DriftAlarm;
import org.strnet.server.quality.monitoring.FilmStream;
import org.strnet.server.quality.monitoring.MonitoredFilms;
import org.strnet.server.quality.monitoring.StreamDrift;

/** Alarms that somebody has seen. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class AlarmActions {

  private final MonitoredFilms films;
  private final AcknowledgementRegister acknowledgements;

  AlarmActions(MonitoredFilms films, AcknowledgementRegister acknowledgements) {
    this.films = films;
    this.acknowledgements = acknowledgements;
  }

  /** Only an alarm that stands now as it was shown is acknowledged. */
  @PostMapping("/quality/alarms/acknowledge")
  public String acknowledge(
      @RequestParam("kind") FilmStream.Kind kind,
      @RequestParam("stream") String stream,
      @RequestParam("subject") AlarmCondition.Subject subject,
      @RequestParam("began") @DateTimeFormat(iso = ISO.DATE) LocalDate began,
      @RequestParam("urgent") boolean urgent,
      @RequestParam("note") String note,
      Principal actor,
      RedirectAttributes answer) {
    AlarmCondition condition = new AlarmCondition(kind, stream, subject, began);
    Optional<DriftAlarm> shown =
        DriftAlarm.ofEach(StreamDrift.ofEach(films.read().films())).stream()
            .filter(alarm -> alarm.condition().equals(condition) && alarm.urgent() == urgent)
            .findFirst();
    if (shown.isEmpty()) {
      answer.addFlashAttribute(
          "fault", "Nothing was acknowledged: the alarm is no longer as it was shown.");
      return "redirect:/quality";
    }
    try {
      acknowledgements.acknowledge(shown.get(), note, actor.getName());
      answer.addFlashAttribute("done", "The alarm is acknowledged.");
    } catch (IllegalArgumentException e) {
      answer.addFlashAttribute("fault", "Nothing was acknowledged: " + e.getMessage() + ".");
    }
    return "redirect:/quality";
  }
}
