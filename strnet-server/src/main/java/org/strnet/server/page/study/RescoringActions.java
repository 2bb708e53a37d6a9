package org.strnet.server.page.study;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariables;
import org.strnet.report.ModelFacts;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmGoneException;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.page.study.ActionAnswer.Exchange;
import org.strnet.server.reading.ReadingRegister;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.Rescoring;
import org.strnet.server.screening.ResultRecorder;
import org.strnet.server.screening.ScreeningEngine;
import org.strnet.server.screening.ScreeningSettings;

/**
 * Scoring a film again with other clinical variables: to see what would come out, or to keep it.
 */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class RescoringActions {

  private final FilmRegister films;
  private final ResultRegister results;
  private final ReadingRegister readings;
  private final Rescoring rescoring;
  private final ActionAnswer answer;
  private final ScreeningEngine engine;

  RescoringActions(
      FilmRegister films,
      ResultRegister results,
      ReadingRegister readings,
      Rescoring rescoring,
      ActionAnswer answer,
      ScreeningEngine engine) {
    this.films = films;
    this.results = results;
    this.readings = readings;
    this.rescoring = rescoring;
    this.answer = answer;
    this.engine = engine;
  }

  /** What every handler here gets beside its form. */
  @ModelAttribute("exchange")
  Exchange exchange(HttpServletRequest request, HttpServletResponse response, Model model) {
    return new Exchange(request, response, model);
  }

  /** What would come out; nothing is kept. */
  @PostMapping("/films/{id}/preview")
  String preview(
      @PathVariable("id") String id,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model) {
    Film film = StudyPage.film(films, id);
    try {
      ScreeningSettings settings = engine.current();
      ModelFacts facts = settings.facts();
      ClinicalVariables given = ClinicalField.read(facts, form);
      ScreenedFilm screened = rescoring.preview(film, given, settings);
      List<KneeFinding> before = results.newest(id).map(StoredResult::knees).orElse(List.of());
      model.addAttribute(
          "changes", KneeChange.of(before, ResultRecorder.findings(screened), facts));
    } catch (FilmGoneException e) {
      response.setStatus(HttpStatus.GONE.value());
      model.addAttribute("wrong", e.getMessage());
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("wrong", ActionAnswer.sentence(e.getMessage()));
    }
    return "study :: preview";
  }

  /** Scores again and keeps the result; the earlier ones stay, a new reading is due. */
  @PostMapping("/films/{id}/rescore")
  String rescore(
      @PathVariable("id") String id,
      @RequestParam("version") long version,
      @RequestParam Map<String, String> form,
      @ModelAttribute(name = "exchange", binding = false) Exchange exchange)
      throws IOException {
    return answer.to(
        id,
        exchange,
        (film, result) -> {
          ClinicalVariables given = ClinicalField.read(engine.facts(), form);
          readings.take(id, version);
          StoredResult kept = rescoring.score(film, given, exchange.actor());
          return "Kept as result %d.".formatted(kept.number());
        });
  }
}
