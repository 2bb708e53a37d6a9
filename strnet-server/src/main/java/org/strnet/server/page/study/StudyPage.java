package org.strnet.server.page.study;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.reading.Readings;

/** The page of one film. */
@Controller
class StudyPage {

  private final FilmRegister films;
  private final Readings readings;
  private final StudyModel study;

  StudyPage(FilmRegister films, Readings readings, StudyModel study) {
    this.films = films;
    this.readings = readings;
    this.study = study;
  }

  @GetMapping("/films/{id}")
  String show(@PathVariable("id") String id, Principal reader, Model model) {
    study.fill(model, readings.open(film(films, id), reader.getName()));
    return "study";
  }

  /** What stands beside the viewer, for pages that wait for a result. */
  @GetMapping("/films/{id}/findings")
  String findings(@PathVariable("id") String id, Model model) {
    study.fill(model, film(films, id));
    return "study :: findings";
  }

  /** The film of an address. */
  static Film film(FilmRegister films, String id) {
    return films
        .byId(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such film"));
  }
}
