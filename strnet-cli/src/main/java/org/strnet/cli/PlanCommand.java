package org.strnet.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.planning.AurocDesign;
import org.strnet.evaluation.planning.CorrelationDesign;
import org.strnet.evaluation.planning.GainDesign;
import org.strnet.evaluation.planning.LimitsDesign;
import org.strnet.evaluation.planning.SampleSize;
import org.strnet.evaluation.planning.SensitivityDesign;
import org.strnet.evaluation.planning.SimulatedStudies;
import org.strnet.evaluation.planning.StudyDesign;
import org.strnet.evaluation.planning.StudyPlan;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet plan}. */
@Command(
    name = "plan",
    description = {
      "How many patients a study needs, by formula, and what simulated studies of that size achieve.",
      "auroc: --width --auroc --prevalence",
      "sensitivity: --width --sensitivity --prevalence",
      "t-score: --width, and --sd (limits of agreement) or --correlation",
      "gain: --gain --auroc --score-correlation --prevalence"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PlanCommand implements Callable<Integer> {

  @Option(
      names = "--design",
      required = true,
      paramLabel = "WHAT",
      description = "auroc, sensitivity, t-score or gain.")
  private String design = "";

  @Option(
      names = "--width",
      paramLabel = "W",
      description = "Wanted width of the 95 %% interval, upper minus lower limit.")
  private Optional<Double> width = Optional.empty();

  @Option(
      names = "--auroc",
      paramLabel = "A",
      description = "Expected AUROC; for gain, that of the clinical variables.")
  private Optional<Double> auroc = Optional.empty();

  @Option(names = "--sensitivity", paramLabel = "S", description = "Expected sensitivity.")
  private Optional<Double> sensitivity = Optional.empty();

  @Option(
      names = "--prevalence",
      paramLabel = "P",
      description = "Share of the patients with the finding.")
  private Optional<Double> prevalence = Optional.empty();

  @Option(
      names = "--sd",
      paramLabel = "SD",
      description = "Expected standard deviation of estimate minus reference.")
  private Optional<Double> sd = Optional.empty();

  @Option(
      names = "--correlation",
      paramLabel = "R",
      description = "Expected correlation of estimate and reference.")
  private Optional<Double> correlation = Optional.empty();

  @Option(names = "--gain", paramLabel = "G", description = "Gain in AUROC to be shown.")
  private Optional<Double> gain = Optional.empty();

  @Option(
      names = "--score-correlation",
      paramLabel = "R",
      description = "Correlation of the two scores within each label.")
  private Optional<Double> scoreCorrelation = Optional.empty();

  @Option(names = "--power", paramLabel = "P", description = "Wanted power; 0.8 by default.")
  private double power = 0.8;

  @Option(
      names = "--simulations",
      paramLabel = "N",
      description = "Simulated studies; 1000 by default.")
  private int simulations = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Equal seeds give equal studies; 1 by default.")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    StudyPlan plan = design().plan(studies());
    print(spec.commandLine().getOut(), plan);
    return 0;
  }

  private StudyDesign design() {
    return switch (design.toLowerCase(Locale.ROOT)) {
      case "auroc" ->
          new AurocDesign(
              needed("--auroc", auroc),
              needed("--prevalence", prevalence),
              needed("--width", width));
      case "sensitivity" ->
          new SensitivityDesign(
              needed("--sensitivity", sensitivity),
              needed("--prevalence", prevalence),
              needed("--width", width));
      case "t-score" -> tScore();
      case "gain" ->
          new GainDesign(
              needed("--auroc", auroc),
              needed("--gain", gain),
              needed("--score-correlation", scoreCorrelation),
              needed("--prevalence", prevalence),
              power);
      default ->
          throw new BadInputException(
              "--design", "must be auroc, sensitivity, t-score or gain, found " + design);
    };
  }

  private StudyDesign tScore() {
    if (sd.isPresent() == correlation.isPresent()) {
      throw new BadInputException(
          "--design t-score", "needs one of --sd and --correlation, and not both");
    }
    return sd.isPresent()
        ? new LimitsDesign(sd.get(), needed("--width", width))
        : new CorrelationDesign(correlation.orElseThrow(), needed("--width", width));
  }

  private double needed(String option, Optional<Double> value) {
    return value.orElseThrow(() -> new BadInputException("--design " + design, "needs " + option));
  }

  private SimulatedStudies studies() {
    try {
      return new SimulatedStudies(simulations, seed);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--simulations", String.valueOf(e.getMessage()), e);
    }
  }

  private void print(PrintWriter out, StudyPlan plan) {
    out.printf("For %s:%n%n", plan.goal());
    out.printf("patients needed  %d%s%n", plan.patients(), positives(plan));
    for (SampleSize size : plan.sizes()) {
      out.printf("  by formula     %d  %s%n", size.patients(), size.formula());
    }
    out.printf("%nsimulated: %d studies of that size, seed %d%n", simulations, seed);
    plan.simulated()
        .estimates()
        .forEach((name, estimate) -> out.printf("  %-31s  %s%n", name, figure(estimate)));
    out.printf("%nAssumed:%n");
    plan.assumptions().forEach(sentence -> out.printf("  %s%n", sentence));
    out.println(
        "  Patients count when film and reference are usable: add those expected to drop out.");
    out.println(
        "A formula speaks of the average study; the simulated ones say how many fall short.");
    out.println("Research use only.");
    out.flush();
  }

  private static String positives(StudyPlan plan) {
    return plan.positives().isPresent()
        ? ", about %d with the finding".formatted(plan.positives().getAsInt())
        : "";
  }

  private static String figure(Estimate estimate) {
    return estimate.text().replaceAll(", n = \\d+$", "");
  }
}
