package org.strnet.server.page.study;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.strnet.server.page.study.ActionAnswer.Exchange;
import org.strnet.server.reading.Readings;
import org.strnet.server.reading.ResultDocuments;

/**
 * What a radiologist says of a film, and where it is sent. Each form carries the version of the
 * film that was shown.
 */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class StudyActions {

  private final Readings readings;
  private final ResultDocuments documents;
  private final ActionAnswer answer;

  StudyActions(Readings readings, ResultDocuments documents, ActionAnswer answer) {
    this.readings = readings;
    this.documents = documents;
    this.answer = answer;
  }

  /** What every handler here gets beside its form. */
  @ModelAttribute("exchange")
  Exchange exchange(HttpServletRequest request, HttpServletResponse response, Model model) {
    return new Exchange(request, response, model);
  }

  @PostMapping("/films/{id}/confirm")
  String confirm(
      @PathVariable("id") String id,
      @RequestParam("version") long version,
      @ModelAttribute(name = "exchange", binding = false) Exchange exchange)
      throws IOException {
    return answer.to(
        id,
        exchange,
        (film, result) -> {
          readings.confirm(result, version, exchange.actor());
          return "Confirmed.";
        });
  }

  @PostMapping("/films/{id}/overrule")
  String overrule(
      @PathVariable("id") String id,
      @RequestParam("version") long version,
      @RequestParam("decision") String decision,
      @RequestParam("reason") String reason,
      @ModelAttribute(name = "exchange", binding = false) Exchange exchange)
      throws IOException {
    return answer.to(
        id,
        exchange,
        (film, result) -> {
          readings.overrule(result, version, exchange.actor(), decision, reason);
          return "Overruled.";
        });
  }

  @PostMapping("/films/{id}/not-assessable")
  String notAssessable(
      @PathVariable("id") String id,
      @RequestParam("version") long version,
      @RequestParam("reason") String reason,
      @ModelAttribute(name = "exchange", binding = false) Exchange exchange)
      throws IOException {
    return answer.to(
        id,
        exchange,
        (film, result) -> {
          readings.notAssessable(result, version, exchange.actor(), reason);
          return "Marked as not assessable.";
        });
  }

  @PostMapping("/films/{id}/send")
  String send(
      @PathVariable("id") String id,
      @RequestParam("version") long version,
      @ModelAttribute(name = "exchange", binding = false) Exchange exchange)
      throws IOException {
    return answer.to(
        id,
        exchange,
        (film, result) -> {
          int waiting = documents.send(film, result, version, exchange.actor());
          return waiting == 0
              ? "Nothing was sent: no destination is set up."
              : "Queued: %d %s. It is sent until the destination holds it."
                  .formatted(waiting, waiting == 1 ? "object" : "objects");
        });
  }
}
