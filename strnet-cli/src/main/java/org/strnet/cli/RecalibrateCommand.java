package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.RecalibrationMethod;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.SensitivityFloor;
import org.strnet.decision.ThresholdRule;
import org.strnet.decision.ZoneLevels;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.LocalCalibration;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet recalibrate}. */
@Command(
    name = "recalibrate",
    description = {
      "Fits a bundle's calibration and operating point to a site's own films.",
      "Writes a new bundle; the network stays as it is, and what was replaced stays on record.",
      "Other films have to say what the new operating point is worth."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RecalibrateCommand implements Callable<Integer> {

  @Option(names = "--bundle", required = true, paramLabel = "BUNDLE", description = "The old one.")
  private Path bundle = Path.of("");

  @Mixin private CohortOptions cohort = new CohortOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new bundle.")
  private Path out = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "intercept (default), platt, temperature or isotonic.")
  private String method = RecalibrationMethod.INTERCEPT.code();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description =
          "How the floor is kept: point, lower-bound, lower-bound-exact or risk-control; the old"
              + " bundle's by default.")
  private Optional<String> rule = Optional.empty();

  @Option(
      names = "--floor",
      paramLabel = "SENSITIVITY",
      description = "Lowest sensitivity; the old bundle's by default.")
  private Optional<Double> floor = Optional.empty();

  @Option(
      names = "--least",
      paramLabel = "N",
      description = "Films with a known label that are needed; 100 by default.")
  private int least = 100;

  @Option(
      names = "--least-of-each",
      paramLabel = "N",
      description = "Films of each label that are needed; 20 by default.")
  private int leastOfEach = 20;

  @Option(
      names = "--zones",
      description = {
        "Adds a three-zone reading (flag, grey, no flag) by conformal risk control;",
        "at a level of 0.05 it needs 19 films of each label."
      })
  private boolean zones;

  @Option(
      names = "--zone-missed",
      paramLabel = "LEVEL",
      description =
          "Share of films with the finding in the zone no flag, at most; 0.05 by default.")
  private double missed = ZoneLevels.USUAL.missed();

  @Option(
      names = "--zone-flagged",
      paramLabel = "LEVEL",
      description =
          "Share of films without the finding in the zone flag, at most; 0.05 by default.")
  private double flagged = ZoneLevels.USUAL.falselyFlagged();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the new bundle; the old one's with -recalibrated by default.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--force", description = "Replace an older bundle in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Bundle old = Bundle.load(bundle);
    LocalCalibration local = local(old.manifest());
    Cohort films = cohort.films();
    Targets targets = TrainedTargets.of(old.manifest()).presentIn(films);
    if (old.manifest().training().cohortHash().equals(films.sha256())) {
      spec.commandLine()
          .getErr()
          .println(
              "The bundle was fitted to this very cohort file: on films it has learnt from it looks"
                  + " surer than it is.");
    }
    BundleManifest plain =
        old.manifest().withCalibration(LocalCalibration.uncalibrated(old.manifest().calibration()));
    List<Prediction> said = cohort.predictions(old, plain, films, spec.commandLine().getErr());
    List<String> patients = films.films().stream().map(CohortFilm::patient).toList();
    BundleManifest manifest =
        local.of(
            name.orElse(old.name() + "-recalibrated"),
            old.manifest(),
            new StudyFilms(said, targets.labels(films), patients),
            new LocalCalibration.Origin(
                old.sha256(), films.sha256(), LocalDate.now(ZoneOffset.UTC)));
    report(old, BundleCopy.write(old, manifest, out, force));
    return 0;
  }

  private LocalCalibration local(BundleManifest manifest) {
    OperatingPoint point = manifest.operatingPoint();
    try {
      return new LocalCalibration(
          option("--method", method, RecalibrationMethod.values(), RecalibrationMethod::code),
          new SensitivityFloor(
              floor.orElse(point.floor()),
              rule.map(r -> option("--rule", r, ThresholdRule.values(), ThresholdRule::code))
                  .orElse(point.rule()),
              point.ruleAlpha()),
          least,
          leastOfEach,
          zones ? Optional.of(new ZoneLevels(missed, flagged)) : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("recalibrate", String.valueOf(e.getMessage()), e);
    }
  }

  private static <E> E option(String name, String text, E[] options, Function<E, String> code) {
    return Arrays.stream(options)
        .filter(one -> code.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    name,
                    "must be one of %s, found %s"
                        .formatted(Arrays.stream(options).map(code).toList(), text)));
  }

  private void report(Bundle old, Bundle fresh) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf("old %s %s%n    %s%n", old.name(), old.sha256(), point(old.manifest()));
    text.printf("new %s %s%n    %s%n", fresh.name(), fresh.sha256(), point(fresh.manifest()));
    fresh.manifest().zones().ifPresent(chosen -> text.printf("    %s%n", words(chosen)));
    text.println(out);
    text.println(
        "Sensitivity and specificity are those of the choice: measure them on other films.");
    text.println("Research use only.");
    text.flush();
  }

  private static String point(BundleManifest manifest) {
    OperatingPoint point = manifest.operatingPoint();
    return String.format(
        Locale.ROOT,
        "threshold %.4f by %s, floor %.3f; sensitivity %.3f (%.3f to %.3f), specificity %.3f (%.3f"
            + " to %.3f); %s",
        point.threshold(),
        point.rule().code(),
        point.floor(),
        point.sensitivity().value(),
        point.sensitivity().low(),
        point.sensitivity().high(),
        point.specificity().value(),
        point.specificity().low(),
        point.specificity().high(),
        words(manifest.calibration().boneLoss()));
  }

  private static String words(ReadingZones zones) {
    return String.format(
        Locale.ROOT,
        "no flag below %.4f (at most %.1f %% of films with the finding), flag above %.4f (at most %.1f %%"
            + " of films without it), grey between",
        zones.noFlagBelow(),
        100 * zones.levels().missed(),
        zones.flagAbove(),
        100 * zones.levels().falselyFlagged());
  }

  private static String words(CalibrationMap map) {
    return map.fold(
        scaling ->
            String.format(
                Locale.ROOT, "logit times %.3f plus %.3f", scaling.slope(), scaling.intercept()),
        isotonic -> "isotonic in %d knots".formatted(isotonic.logits().length));
  }
}
