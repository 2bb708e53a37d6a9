package org.strnet.server.page.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmGoneException;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmVault;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.KeptDensitometry;
import org.strnet.server.reading.ReadingRegister;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.NodeService;
import org.strnet.server.screening.ScreeningEngine;

/** Puts together what the page of a film shows. */
@Component
class StudyModel {

  /** Films, and measurements, of one patient that the trend takes at most: the last ones. */
  private static final int MOST_IN_TREND = 24;

  private final FilmRegister films;
  private final ResultRegister results;
  private final ReadingRegister readings;
  private final DensitometryRegister densitometry;
  private final ScreeningEngine engine;
  private final NodeService node;
  private final FilmVault vault;

  StudyModel(
      FilmRegister films,
      ResultRegister results,
      ReadingRegister readings,
      DensitometryRegister densitometry,
      ScreeningEngine engine,
      NodeService node,
      FilmVault vault) {
    this.films = films;
    this.results = results;
    this.readings = readings;
    this.densitometry = densitometry;
    this.engine = engine;
    this.node = node;
    this.vault = vault;
  }

  /** Adds everything of a film. */
  void fill(Model model, Film film) {
    ModelFacts facts = engine.facts();
    List<StoredResult> all = results.ofFilm(film.id());
    String name = Figures.patientName(film.patientName());
    model.addAttribute("film", film);
    model.addAttribute("gone", vault.holds(film.file()) ? "" : FilmGoneException.WORDS);
    model.addAttribute("patient", name.isEmpty() ? "Patient not named" : name);
    model.addAttribute("summary", FilmFactList.summary(film));
    model.addAttribute("filmFacts", FilmFactList.of(film));
    model.addAttribute("history", all.stream().map(row -> ResultRow.of(row, facts)).toList());
    model.addAttribute("destinations", node.configuration().destinations().size());
    model.addAttribute("research", Wording.RESEARCH_USE);
    model.addAttribute("knees", "[]");
    model.addAttribute("trend", trend(film));
    Map<String, Double> given =
        all.stream().findFirst().map(StoredResult::clinical).orElse(Map.of());
    model.addAttribute("fields", ClinicalField.of(facts, given));
    all.stream().findFirst().ifPresent(result -> fill(model, result, facts));
  }

  private void fill(Model model, StoredResult result, ModelFacts facts) {
    model.addAttribute("result", result);
    model.addAttribute("headline", Headline.of(result, facts));
    model.addAttribute("kneeViews", KneeView.of(result, facts));
    model.addAttribute("knees", ViewerKnees.json(result));
    model.addAttribute("threshold", Figures.place(100 * result.threshold()));
    model.addAttribute("thresholdAnchor", Figures.anchor(result.threshold()));
    model.addAttribute("thresholdWords", thresholdWords(result));
    model.addAttribute("target", facts.targets().screening().meaning());
    facts
        .targets()
        .tScore()
        .ifPresent(target -> model.addAttribute("standard", target.referenceStandard()));
    model.addAttribute("modelFacts", sentences(result, facts));
    List<ReadingView> said =
        readings.ofFilm(result.filmId()).stream()
            .filter(reading -> reading.resultId().equals(result.id()))
            .map(reading -> ReadingView.of(reading, facts))
            .toList();
    model.addAttribute("readings", said);
    said.stream().findFirst().ifPresent(newest -> model.addAttribute("reading", newest));
  }

  /** What is stated of the model holds for the results of the bundle that is loaded now. */
  private static List<String> sentences(StoredResult result, ModelFacts facts) {
    return result.bundleSha256().equals(facts.sha256())
        ? Wording.facts(facts)
        : List.of(
            "Bundle %s (%s), threshold %s. The server has another bundle now."
                .formatted(
                    result.bundle(),
                    result.bundleSha256().substring(0, 12),
                    thresholdWords(result)));
  }

  private static String thresholdWords(StoredResult result) {
    return String.format(Locale.ROOT, "%.3f", result.threshold());
  }

  private Trend trend(Film film) {
    List<Film> own = films.ofPatient(film.patientId());
    List<Film> shown = own.isEmpty() ? List.of(film) : own;
    return Trend.of(
        last(shown).stream().map(each -> new Trend.Scored(each, newest(each))).toList(),
        last(densitometry.ofPatient(film.patientId())).stream()
            .map(KeptDensitometry::value)
            .toList(),
        film.id());
  }

  private static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - MOST_IN_TREND), all.size());
  }

  private Optional<StoredResult> newest(Film film) {
    return results.newest(film.id());
  }
}
