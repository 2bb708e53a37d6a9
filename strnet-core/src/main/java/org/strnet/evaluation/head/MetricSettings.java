package org.strnet.evaluation.head;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.ReadingZones;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * What the figures of a study depend on beside its films.
 *
 * @param threshold the single operating threshold the decisions were made at, for the record
 * @param prevalence at which predictive values are restated, between 0 and 1
 * @param netBenefitAt threshold probabilities at which net benefit is stated, between 0 and 1
 * @param classes names of the three classes, mildest first
 * @param boneStatus whether the number is a T-score, whose WHO classes can be compared
 * @param repetitions resamples of a bootstrap, at least 100
 * @param seed of the bootstrap
 * @param zones of the three-zone reading, where there is one
 */
public record MetricSettings(
    OptionalDouble threshold,
    OptionalDouble prevalence,
    List<Double> netBenefitAt,
    List<String> classes,
    boolean boneStatus,
    int repetitions,
    long seed,
    Optional<ReadingZones> zones) {

  /** Threshold probabilities at which net benefit is stated unless others are asked for. */
  public static final List<Double> USUAL_THRESHOLDS = List.of(0.1, 0.2, 0.3, 0.5);

  /** Resamples unless told otherwise. */
  public static final int USUAL_REPETITIONS = 2000;

  private static final int FEWEST_REPETITIONS = 100;

  /** Films times resamples of one figure that are affordable. */
  private static final double MOST_DRAWS = 1e8;

  /** Checks the ranges; copies the lists. */
  public MetricSettings {
    netBenefitAt = List.copyOf(netBenefitAt);
    classes = List.copyOf(classes);
    prevalence.ifPresent(MetricSettings::share);
    netBenefitAt.forEach(MetricSettings::share);
    if (classes.size() != ClassFilms.CLASSES || repetitions < FEWEST_REPETITIONS) {
      throw new IllegalArgumentException(
          "needs %d classes and at least %d resamples, found %s, %d"
              .formatted(ClassFilms.CLASSES, FEWEST_REPETITIONS, classes, repetitions));
    }
  }

  /** Without a three-zone reading. */
  public MetricSettings(
      OptionalDouble threshold,
      OptionalDouble prevalence,
      List<Double> netBenefitAt,
      List<String> classes,
      boolean boneStatus,
      int repetitions,
      long seed) {
    this(
        threshold,
        prevalence,
        netBenefitAt,
        classes,
        boneStatus,
        repetitions,
        seed,
        Optional.empty());
  }

  /** The same with a bundle's three-zone reading, if it has one. */
  public MetricSettings withZones(Optional<ReadingZones> reading) {
    return new MetricSettings(
        threshold, prevalence, netBenefitAt, classes, boneStatus, repetitions, seed, reading);
  }

  private static void share(double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("must be between 0 and 1, found " + value);
    }
  }

  /** Bone loss at a threshold, everything else as usual. */
  public static MetricSettings boneLoss(OptionalDouble threshold, long seed) {
    return new MetricSettings(
        threshold,
        OptionalDouble.empty(),
        USUAL_THRESHOLDS,
        List.of("normal", "osteopenia", "osteoporosis"),
        true,
        USUAL_REPETITIONS,
        seed);
  }

  /**
   * The bootstrap for some number of films: fewer resamples where there are very many films, whose
   * interval needs fewer to be told. Every estimate states how many there were.
   */
  public PatientBootstrap bootstrap(int films) {
    int affordable = (int) Math.min(repetitions, MOST_DRAWS / Math.max(1, films));
    return new PatientBootstrap(Math.max(FEWEST_REPETITIONS, affordable), seed);
  }
}
