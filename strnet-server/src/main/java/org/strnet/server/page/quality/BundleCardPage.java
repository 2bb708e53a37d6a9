package org.strnet.server.page.quality;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.provenance.QuotedFigure;
import org.strnet.report.ModelFacts;
import org.strnet.server.quality.card.CardPage;
import org.strnet.server.screening.ScreeningEngine;

/** What is known of the bundle. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class BundleCardPage {

  private final ScreeningEngine engine;

  BundleCardPage(ScreeningEngine engine) {
    this.engine = engine;
  }

  @GetMapping("/quality/card")
  public String show(Model model) {
    Bundle bundle = engine.bundle();
    ModelFacts facts = bundle.facts();
    model.addAttribute("facts", facts);
    model.addAttribute("own", PointView.of(bundle.manifest()));
    model.addAttribute("now", PointView.of(engine.current().manifest()));
    model.addAttribute("figures", facts.figures().stream().map(BundleCardPage::figure).toList());
    model.addAttribute(
        "card",
        bundle
            .file(BundleFile.MODEL_CARD)
            .map(bytes -> CardPage.of(new String(bytes, StandardCharsets.UTF_8)))
            .orElse(""));
    return "quality/card";
  }

  private static List<String> figure(QuotedFigure figure) {
    return List.of(
        figure.name(),
        FigureText.decimal(figure.value(), 3),
        String.format(
            Locale.ROOT,
            "%s to %s",
            FigureText.decimal(figure.low(), 3),
            FigureText.decimal(figure.high(), 3)),
        Integer.toString(figure.n()),
        figure.method());
  }
}
