package org.strnet.server.page.quality;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.server.quality.chart.AgreementChart;
import org.strnet.server.quality.densitometry.DensitometryFile;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.DensitometryRow;
import org.strnet.server.quality.densitometry.KeptDensitometry;
import org.strnet.server.quality.densitometry.MatchedFilm;
import org.strnet.server.quality.densitometry.MeasurementSite;
import org.strnet.server.quality.densitometry.ScoredFilm;
import org.strnet.server.quality.densitometry.ScoredFilms;
import org.strnet.server.quality.densitometry.VerifiedResults;
import org.strnet.server.screening.ScreeningEngine;

/** Densitometry: entered, imported, and what it says of the results. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class DensitometryPage {

  private static final String BACK = "redirect:/quality/densitometry";
  private static final int SHOWN = 10;
  private static final long MOST_BYTES = 16 << 20;

  private final DensitometryRegister densitometry;
  private final ScoredFilms films;
  private final ScreeningEngine engine;
  private final Clock clock;

  DensitometryPage(
      DensitometryRegister densitometry, ScoredFilms films, ScreeningEngine engine, Clock clock) {
    this.densitometry = densitometry;
    this.films = films;
    this.engine = engine;
    this.clock = clock;
  }

  @GetMapping("/quality/densitometry")
  public String show(@RequestParam(name = "window", defaultValue = "365") int window, Model model) {
    fill(Math.max(1, Math.min(1825, window)), model);
    return "quality/densitometry";
  }

  @PostMapping("/quality/densitometry")
  public String enter(
      @RequestParam("patient") String patient,
      @RequestParam("date") String date,
      @RequestParam("site") String site,
      @RequestParam("tScore") String tScore,
      Principal actor,
      RedirectAttributes answer) {
    try {
      boolean fresh =
          densitometry.enter(
              DensitometryRow.of(patient, date, site, tScore, LocalDate.now(clock)),
              actor.getName());
      answer.addFlashAttribute(
          "done", fresh ? "The measurement is kept." : "This measurement was kept already.");
    } catch (IllegalArgumentException e) {
      answer.addFlashAttribute("fault", "Not kept: " + e.getMessage() + ".");
    }
    return BACK;
  }

  @PostMapping("/quality/densitometry/import")
  public String add(@RequestParam("file") MultipartFile file, Principal actor, Model model)
      throws IOException {
    try {
      if (file.getSize() > MOST_BYTES) {
        throw new IllegalArgumentException("a file has at most 16 MiB");
      }
      DensitometryFile read = DensitometryFile.read(file.getBytes(), LocalDate.now(clock));
      model.addAttribute("report", densitometry.add(read, actor.getName()));
    } catch (IllegalArgumentException e) {
      model.addAttribute("fault", "Nothing was kept: " + e.getMessage() + ".");
    }
    return show(365, model);
  }

  @PostMapping("/quality/densitometry/{id}/remove")
  public String remove(@PathVariable("id") String id, Principal actor, RedirectAttributes answer) {
    if (!densitometry.remove(id, actor.getName())) {
      throw new NoSuchMeasurement();
    }
    answer.addFlashAttribute("done", "The measurement is removed.");
    return BACK;
  }

  /** There is no such measurement. */
  @ResponseStatus(HttpStatus.NOT_FOUND)
  static final class NoSuchMeasurement extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void fill(int window, Model model) {
    List<ScoredFilm> scored = films.all();
    List<MatchedFilm> matched =
        MatchedFilm.of(
            scored, densitometry.all().stream().map(KeptDensitometry::value).toList(), window);
    VerifiedResults results = VerifiedResults.of(scored, matched);
    ConfusionCounts counts = results.counts();
    model.addAttribute("window", window);
    model.addAttribute("boneLoss", engine.facts().targets().areBoneLoss());
    model.addAttribute("sites", MeasurementSite.values());
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("count", densitometry.count());
    model.addAttribute("newest", densitometry.newest(SHOWN));
    model.addAttribute("matched", matched.size());
    model.addAttribute("counts", counts);
    model.addAttribute(
        "tiles",
        List.of(
            tile("Positive predictive value", results.ppv()),
            tile("Negative predictive value", results.npv()),
            tile("Referred patients measured", results.verifiedReferred()),
            tile("Other patients measured", results.verifiedOthers())));
    model.addAttribute(
        "accuracy",
        List.of(
            List.of(
                "Sensitivity",
                FigureText.percentLine(counts.sensitivity()),
                FigureText.percentLine(results.correctedSensitivity())),
            List.of(
                "Specificity",
                FigureText.percentLine(counts.specificity()),
                FigureText.percentLine(results.correctedSpecificity()))));
    BlandAltman agreement = results.agreement();
    model.addAttribute("agreement", agreement(agreement));
    model.addAttribute("chart", chart(results.tScores(), agreement));
    model.addAttribute(
        "standard",
        engine.facts().targets().tScore().map(it -> it.referenceStandard()).orElse("none"));
  }

  private static Tile tile(String name, Estimate share) {
    return new Tile(name, FigureText.percent(share), FigureText.percentInterval(share));
  }

  private static List<List<String>> agreement(BlandAltman agreement) {
    return List.of(
        List.of("Bias (estimate minus densitometry)", FigureText.number(agreement.bias())),
        List.of("Lower limit of agreement", FigureText.number(agreement.lower())),
        List.of("Upper limit of agreement", FigureText.number(agreement.upper())),
        List.of(
            "Slope of the difference on the mean",
            FigureText.number(agreement.proportionalSlope())));
  }

  private static Optional<ChartView> chart(NumberPairs pairs, BlandAltman agreement) {
    if (!agreement.bias().isEstimable()) {
      return Optional.empty();
    }
    String title = "Estimated T-score against densitometry";
    return Optional.of(
        new ChartView(
            title,
            new AgreementChart(title, pairs, agreement).svg(),
            String.format(
                Locale.ROOT,
                "Estimate minus densitometry over their mean, in SD, %d patients; the solid line is"
                    + " the bias, dashed are the limits of agreement (Bland and Altman 1999).",
                pairs.size()),
            List.of("", "SD (95 % interval)"),
            agreement(agreement)));
  }
}
