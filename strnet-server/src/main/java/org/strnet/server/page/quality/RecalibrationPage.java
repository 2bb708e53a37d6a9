package org.strnet.server.page.quality;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.strnet.bundle.BundleManifest;
import org.strnet.decision.Decision;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.ThresholdRule;
import org.strnet.provenance.BadInputException;
import org.strnet.server.quality.operatingpoint.LocalOperatingPoint;
import org.strnet.server.quality.operatingpoint.OperatingPointRegister;
import org.strnet.server.quality.recalibration.ChangedFilm;
import org.strnet.server.quality.recalibration.Proposal;
import org.strnet.server.quality.recalibration.RecalibrationRequest;
import org.strnet.server.quality.recalibration.Recalibrations;
import org.strnet.server.screening.ScreeningEngine;

/** A local operating point: proposed, put into force, taken back. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class RecalibrationPage {

  private static final String BACK = "redirect:/quality/recalibration";
  private static final int SHOWN = 25;

  /** What the bundle's own operating point is called where one is chosen. */
  private static final String BUNDLE = "bundle";

  private final Recalibrations recalibrations;
  private final OperatingPointRegister points;
  private final ScreeningEngine engine;
  private final Clock clock;

  RecalibrationPage(
      Recalibrations recalibrations,
      OperatingPointRegister points,
      ScreeningEngine engine,
      Clock clock) {
    this.recalibrations = recalibrations;
    this.points = points;
    this.engine = engine;
    this.clock = clock;
  }

  /** A kept operating point, for the table. */
  record Kept(String id, PointView point, String made, boolean inForce) {}

  /** The filled-in form. */
  record Asked(String method, double floor, String rule, int window) {}

  @GetMapping("/quality/recalibration")
  public String show(
      @RequestParam("method") Optional<String> method,
      @RequestParam("floor") Optional<Double> floor,
      @RequestParam("rule") Optional<String> rule,
      @RequestParam("window") Optional<Integer> window,
      Model model) {
    OperatingPoint own = engine.bundle().manifest().operatingPoint();
    Asked asked =
        new Asked(
            method.orElse("intercept"),
            floor.orElse(own.floor()),
            rule.orElse(own.rule().code()),
            window.orElse(365));
    model.addAttribute("asked", asked);
    model.addAttribute("methods", RecalibrationRequest.METHODS);
    model.addAttribute("rules", ThresholdRule.values());
    model.addAttribute("now", PointView.of(engine.current().manifest()));
    model.addAttribute("local", points.inForce().isPresent());
    model.addAttribute("kept", kept());
    model.addAttribute("least", Recalibrations.LEAST);
    model.addAttribute("leastOfEach", Recalibrations.LEAST_OF_EACH);
    if (method.isPresent()) {
      propose(asked, model);
    }
    return "quality/recalibration";
  }

  private List<Kept> kept() {
    List<LocalOperatingPoint> locals = points.all();
    List<Kept> kept = new ArrayList<>();
    for (LocalOperatingPoint local : locals) {
      kept.add(
          new Kept(
              local.id(),
              PointView.of(local.manifest()),
              "%s by %s"
                  .formatted(local.madeAt().atZone(clock.getZone()).toLocalDate(), local.madeBy()),
              local.isInForce()));
    }
    BundleManifest bundle = engine.bundle().manifest();
    kept.add(
        new Kept(
            BUNDLE,
            PointView.of(bundle),
            "with the bundle",
            locals.stream().noneMatch(LocalOperatingPoint::isInForce)));
    return kept;
  }

  private static RecalibrationRequest request(Asked asked) {
    return RecalibrationRequest.of(asked.method(), asked.floor(), asked.rule(), asked.window());
  }

  private void propose(Asked asked, Model model) {
    try {
      Proposal proposal = recalibrations.propose(request(asked));
      List<ChangedFilm> changed = proposal.changed();
      long more = changed.stream().filter(it -> it.then() == Decision.REFER).count();
      model.addAttribute("proposal", proposal);
      model.addAttribute("fresh", PointView.of(proposal.fresh()));
      model.addAttribute("comparison", comparison(proposal));
      model.addAttribute("changed", changed.stream().limit(SHOWN).toList());
      model.addAttribute("changedCount", changed.size());
      model.addAttribute(
          "changedWords",
          String.format(
              Locale.ROOT,
              "Of %,d past films %,d would have been decided otherwise: %,d more referred, %,d no"
                  + " longer.",
              proposal.past().size(),
              changed.size(),
              more,
              changed.size() - more));
    } catch (BadInputException | IllegalArgumentException e) {
      model.addAttribute("fault", "No proposal: " + e.getMessage() + ".");
    }
  }

  private static List<List<String>> comparison(Proposal proposal) {
    PointView old = PointView.of(proposal.old());
    PointView fresh = PointView.of(proposal.fresh());
    return List.of(
        List.of("Name in results", old.name(), fresh.name()),
        List.of("Threshold", old.threshold(), fresh.threshold()),
        List.of("Chosen for", old.rule(), fresh.rule()),
        List.of("Calibration", old.calibration(), fresh.calibration()),
        List.of("Chosen on", old.chosen(), fresh.chosen()),
        List.of("Sensitivity where it was chosen", old.sensitivity(), fresh.sensitivity()),
        List.of("Specificity where it was chosen", old.specificity(), fresh.specificity()),
        List.of(
            "Sensitivity on these patients",
            FigureText.percentLine(proposal.oldCounts().sensitivity()),
            FigureText.percentLine(proposal.freshCounts().sensitivity())),
        List.of(
            "Specificity on these patients",
            FigureText.percentLine(proposal.oldCounts().specificity()),
            FigureText.percentLine(proposal.freshCounts().specificity())));
  }

  @PreAuthorize("hasRole('ADMINISTRATOR')")
  @PostMapping("/quality/recalibration")
  public String adopt(
      @RequestParam("method") String method,
      @RequestParam("floor") double floor,
      @RequestParam("rule") String rule,
      @RequestParam("window") int window,
      @RequestParam("basis") String basis,
      @RequestParam(name = "confirmed", defaultValue = "false") boolean confirmed,
      Principal actor,
      RedirectAttributes answer) {
    if (!confirmed) {
      answer.addFlashAttribute("fault", "Nothing was changed: it was not confirmed.");
      return BACK;
    }
    try {
      Optional<BundleManifest> adopted =
          recalibrations.adopt(
              request(new Asked(method, floor, rule, window)), basis, actor.getName());
      if (adopted.isPresent()) {
        answer.addFlashAttribute(
            "done", adopted.get().name() + " is in force: results from now on are made with it.");
      } else {
        answer.addFlashAttribute(
            "fault",
            "Nothing was changed: films or densitometry have changed since the proposal was shown."
                + " Look at a new one.");
      }
    } catch (BadInputException | IllegalArgumentException e) {
      answer.addFlashAttribute("fault", "Nothing was changed: " + e.getMessage() + ".");
    }
    return BACK;
  }

  @PreAuthorize("hasRole('ADMINISTRATOR')")
  @PostMapping("/quality/recalibration/take-back")
  public String takeBack(
      @RequestParam("id") String id,
      @RequestParam(name = "confirmed", defaultValue = "false") boolean confirmed,
      Principal actor,
      RedirectAttributes answer) {
    if (!confirmed) {
      answer.addFlashAttribute("fault", "Nothing was changed: it was not confirmed.");
      return BACK;
    }
    boolean there =
        points.takeBack(Optional.of(id).filter(it -> !it.equals(BUNDLE)), actor.getName());
    if (!there) {
      throw new NoSuchOperatingPoint();
    }
    answer.addFlashAttribute(
        "done", engine.facts().bundle() + " is in force: results from now on are made with it.");
    return BACK;
  }

  /** There is no such operating point. */
  @ResponseStatus(HttpStatus.NOT_FOUND)
  static final class NoSuchOperatingPoint extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
