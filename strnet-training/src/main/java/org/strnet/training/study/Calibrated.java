package org.strnet.training.study;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.LogitScaling;
import org.strnet.calibration.LogitScalingFit;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.OperatingPoints;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.network.NetworkOutput;
import org.strnet.training.configuration.TrainingConfiguration;

/**
 * Calibration and operating point of held-out films, ready for films that had no part in either.
 *
 * @param calibration from logits to probabilities and an interval
 * @param operatingPoint where films are referred; empty when there is no screening target
 */
record Calibrated(Calibration calibration, Optional<OperatingPoint> operatingPoint) {

  /** Films of each class below which a logit is left as it is: a slope fitted to fewer is noise. */
  private static final int LEAST_PER_CLASS = 10;

  /**
   * Fits on held-out films.
   *
   * @param films what networks said of films they were not fitted to
   * @param study the films' labels
   * @param configuration rule and floor of the threshold, coverage of the interval
   * @param day the day of the fit
   */
  static Calibrated on(
      OutOfFold films, StudyLabels study, TrainingConfiguration configuration, LocalDate day) {
    StudyLabels.Scored boneLoss =
        study.scored(films, NetworkOutput::boneLossLogit, labels -> labels.boneLoss());
    StudyLabels.Scored severity =
        study.scored(films, NetworkOutput::severityLogit, labels -> labels.osteoporosis());
    Calibration calibration =
        new Calibration(
            temperature(boneLoss),
            temperature(severity),
            ConformalInterval.ofResiduals(study.residuals(films), configuration.tScoreCoverage()));
    return new Calibrated(
        calibration, operatingPoint(calibration, boneLoss, study, configuration, day));
  }

  private static Optional<OperatingPoint> operatingPoint(
      Calibration calibration,
      StudyLabels.Scored boneLoss,
      StudyLabels study,
      TrainingConfiguration configuration,
      LocalDate day) {
    if (study.targets().screening().isEmpty()) {
      return Optional.empty();
    }
    double[] probabilities = boneLoss.scores();
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = calibration.boneLoss().probability(probabilities[i]);
    }
    return Optional.of(
        OperatingPoints.choose(
            probabilities,
            boneLoss.labels(),
            configuration.operatingPoint().asked(),
            new OperatingPoints.Origin(study.cohort().sha256(), day)));
  }

  private static LogitScaling temperature(StudyLabels.Scored scored) {
    return scored.hasBothClasses(LEAST_PER_CLASS)
        ? LogitScalingFit.of(scored.scores(), scored.labels()).temperature()
        : LogitScaling.IDENTITY;
  }

  /** What is said of one film; heads without a target say nothing. */
  Prediction prediction(String image, NetworkOutput output, StudyLabels study) {
    double boneLoss = calibration.boneLossProbability(output);
    double halfWidth = calibration.tScore().halfWidth();
    boolean tScore = study.targets().tScore().isPresent();
    return Prediction.assessed(
        image,
        new HeadEstimates(
            study.targets().screening().isPresent()
                ? OptionalDouble.of(boneLoss)
                : OptionalDouble.empty(),
            study.targets().severity().isPresent()
                ? OptionalDouble.of(calibration.severityProbability(output))
                : OptionalDouble.empty(),
            tScore ? OptionalDouble.of(output.tScore()) : OptionalDouble.empty(),
            tScore && Double.isFinite(halfWidth)
                ? Optional.of(
                    new Interval(output.tScore() - halfWidth, output.tScore() + halfWidth))
                : Optional.empty(),
            operatingPoint.map(point -> point.decide(boneLoss))));
  }
}
