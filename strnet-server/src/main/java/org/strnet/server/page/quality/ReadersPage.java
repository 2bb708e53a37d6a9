package org.strnet.server.page.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.strnet.decision.Decision;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.server.quality.agreement.ReadFilm;
import org.strnet.server.quality.agreement.ReadFilms;
import org.strnet.server.quality.agreement.ReaderAgreement;

/** What readers said of the results. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class ReadersPage {

  /** Overruled films shown at once. */
  private static final int MOST = 50;

  private final ReadFilms films;
  private final Clock clock;

  ReadersPage(ReadFilms films, Clock clock) {
    this.films = films;
    this.clock = clock;
  }

  /** A film that was not confirmed, for the table. */
  record Row(
      String filmId,
      LocalDate day,
      String site,
      String device,
      String reader,
      Optional<Decision> said,
      String read,
      String reason) {}

  @GetMapping("/quality/readers")
  public String show(@RequestParam(name = "months", defaultValue = "12") int months, Model model) {
    LocalDate from = LocalDate.now(clock).minusMonths(Math.max(1, Math.min(60, months)));
    ReaderAgreement agreement = films.since(from);
    List<ReadFilm> notConfirmed = agreement.notConfirmed();
    model.addAttribute("months", months);
    model.addAttribute("from", from);
    model.addAttribute("readings", agreement.films().size());
    model.addAttribute("tiles", tiles(agreement));
    model.addAttribute("table", agreement.table().counts());
    model.addAttribute(
        "byDecision",
        List.of(
            List.of("refer", FigureText.percentLine(agreement.overruled(Decision.REFER))),
            List.of(
                "not flagged", FigureText.percentLine(agreement.overruled(Decision.NOT_FLAGGED)))));
    model.addAttribute("rows", notConfirmed.stream().limit(MOST).map(this::row).toList());
    model.addAttribute("more", Math.max(0, notConfirmed.size() - MOST));
    return "quality/readers";
  }

  private static List<Tile> tiles(ReaderAgreement agreement) {
    Estimate kappa = agreement.kappa();
    return List.of(
        share("Confirmed", agreement.share(ReadFilm.Action.CONFIRM)),
        share("Overruled", agreement.share(ReadFilm.Action.OVERRULE)),
        share("Marked not assessable", agreement.share(ReadFilm.Action.NOT_ASSESSABLE)),
        new Tile(
            "Cohen's kappa",
            kappa.isEstimable() ? FigureText.decimal(kappa.value().getAsDouble(), 2) : "\u2013",
            kappa
                .interval()
                .map(
                    range ->
                        String.format(
                            Locale.ROOT,
                            "95 %% interval %.2f to %.2f, n = %,d",
                            range.low(),
                            range.high(),
                            kappa.n()))
                .orElse(kappa.method())));
  }

  private static Tile share(String name, Estimate share) {
    return new Tile(name, FigureText.percent(share), FigureText.percentInterval(share));
  }

  private Row row(ReadFilm film) {
    return new Row(
        film.filmId(),
        film.madeAt().atZone(clock.getZone()).toLocalDate(),
        film.site(),
        film.device(),
        film.madeBy(),
        film.said(),
        film.read().map(Decision::code).orElse("not_assessable"),
        film.reason());
  }
}
