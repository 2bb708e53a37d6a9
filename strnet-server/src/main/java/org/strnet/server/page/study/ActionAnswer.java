package org.strnet.server.page.study;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmGoneException;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.reading.StaleVersionException;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/**
 * Answers an action with what stands beside the viewer after it, and a notice: 409 where the film
 * was no longer as it was shown, 410 where its file is gone, 422 where what was sent cannot be. A
 * browser without script gets the whole page.
 */
@Component
class ActionAnswer {

  private final FilmRegister films;
  private final ResultRegister results;
  private final StudyModel study;

  ActionAnswer(FilmRegister films, ResultRegister results, StudyModel study) {
    this.films = films;
    this.results = results;
    this.study = study;
  }

  /** Something done to a film; gives the sentence that says so. */
  interface Action {
    String run(Film film, StoredResult result) throws IOException;
  }

  /**
   * One request and its answer.
   *
   * @param request as it came
   * @param response to it
   * @param model of the page
   */
  record Exchange(HttpServletRequest request, HttpServletResponse response, Model model) {

    /** The account's name. */
    String actor() {
      return request.getUserPrincipal().getName();
    }
  }

  /**
   * Acts on a film's newest result.
   *
   * @param filmId from the address
   * @return the view
   */
  String to(String filmId, Exchange exchange, Action action) throws IOException {
    Film film = StudyPage.film(films, filmId);
    StoredResult result =
        results
            .newest(filmId)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.CONFLICT, "there is no result yet"));
    try {
      tell(exchange, HttpStatus.OK, "good", action.run(film, result));
    } catch (StaleVersionException | IllegalStateException e) {
      tell(exchange, HttpStatus.CONFLICT, "bad", e.getMessage());
    } catch (FilmGoneException e) {
      tell(exchange, HttpStatus.GONE, "bad", e.getMessage());
    } catch (IllegalArgumentException e) {
      tell(exchange, HttpStatus.UNPROCESSABLE_CONTENT, "bad", sentence(e.getMessage()));
    }
    study.fill(exchange.model(), StudyPage.film(films, filmId));
    boolean part = exchange.request().getHeader("HX-Request") != null;
    return part ? "study :: findings" : "study";
  }

  private static void tell(Exchange exchange, HttpStatus status, String tone, String words) {
    exchange.response().setStatus(status.value());
    exchange.model().addAttribute("told", words);
    exchange.model().addAttribute("tone", tone);
  }

  /** The words of an exception as a sentence. */
  static String sentence(String message) {
    return message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1) + ".";
  }
}
