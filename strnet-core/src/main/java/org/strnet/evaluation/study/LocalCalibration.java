package org.strnet.evaluation.study;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.Recalibration;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.LogitScaling;
import org.strnet.calibration.RecalibrationMethod;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.OperatingPoints;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.SensitivityFloor;
import org.strnet.decision.ZoneLevels;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.NumberFilms;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.provenance.BadInputException;

/**
 * Calibration and operating point of a bundle from a site's own films. The network stays as it is;
 * what is chosen here is not measured here: other films have to say what it is worth.
 *
 * @param method of the screening head, and of the severity head where enough films tell it
 * @param floor rule and floor of the new threshold
 * @param least films with a screening label that are needed
 * @param leastOfEach films of each label that are needed
 * @param zones risks of a three-zone reading; empty where none is wanted
 */
public record LocalCalibration(
    RecalibrationMethod method,
    SensitivityFloor floor,
    int least,
    int leastOfEach,
    Optional<ZoneLevels> zones) {

  /** Logits beyond this are taken for it: their probability is 0 or 1 to rounding. */
  private static final double LARGEST_LOGIT = 34;

  /** Checks the numbers. */
  public LocalCalibration {
    if (least < 2 || leastOfEach < 1) {
      throw new IllegalArgumentException(
          "needs at least 2 films, 1 of each label, found %d, %d".formatted(least, leastOfEach));
    }
  }

  /** Without a three-zone reading. */
  public LocalCalibration(
      RecalibrationMethod method, SensitivityFloor floor, int least, int leastOfEach) {
    this(method, floor, least, leastOfEach, Optional.empty());
  }

  /** The calibration under which a probability is the sigmoid of the network's own logit. */
  public static Calibration uncalibrated(Calibration calibration) {
    return new Calibration(LogitScaling.IDENTITY, LogitScaling.IDENTITY, calibration.tScore());
  }

  /**
   * Where the films come from.
   *
   * @param bundle SHA-256 of the bundle that said the predictions
   * @param cohort SHA-256 of the cohort file
   * @param day of the recalibration
   */
  public record Origin(String bundle, String cohort, LocalDate day) {}

  /**
   * The recalibrated manifest.
   *
   * @param name of the new bundle
   * @param before the bundle's manifest
   * @param films predicted under {@link #uncalibrated}, with labels and patients
   * @param origin of the films
   * @throws BadInputException if there are too few films
   */
  public BundleManifest of(String name, BundleManifest before, StudyFilms films, Origin origin) {
    BinaryFilms screening = films.screening();
    requireEnough(screening);
    Calibration old = before.calibration();
    CalibrationMap map = fit(old.boneLoss(), screening);
    BinaryFilms severity = films.severity();
    Calibration fitted =
        new Calibration(
            map,
            isEnough(severity) ? fit(old.severity(), severity) : old.severity(),
            interval(old.tScore(), films.tScore()));
    double[] logits = logits(screening);
    double[] probabilities = Arrays.stream(logits).map(map::probability).toArray();
    boolean[] boneLoss = screening.scores().positive();
    OperatingPoints.Origin chosen = new OperatingPoints.Origin(origin.cohort(), origin.day());
    OperatingPoint point = OperatingPoints.choose(probabilities, boneLoss, floor, chosen);
    Recalibration change =
        new Recalibration(
            origin.bundle(),
            method.code(),
            origin.cohort(),
            screening.size(),
            new HashSet<>(screening.patients()).size(),
            origin.day(),
            old,
            before.operatingPoint());
    BundleManifest recalibrated = before.recalibrated(name, fitted, point, change);
    return zones
        .map(levels -> ReadingZones.choose(probabilities, boneLoss, levels, point))
        .map(recalibrated::withZones)
        .orElse(recalibrated);
  }

  private void requireEnough(BinaryFilms films) {
    if (!isEnough(films)) {
      throw new BadInputException(
          "recalibrate",
          "needs at least %d assessed films with a known label and %d of each label, found %d and %d"
              .formatted(
                  least,
                  leastOfEach,
                  films.size(),
                  Math.min(films.scores().positives(), films.scores().negatives())));
    }
  }

  private boolean isEnough(BinaryFilms films) {
    return films.size() >= least
        && Math.min(films.scores().positives(), films.scores().negatives()) >= leastOfEach;
  }

  private CalibrationMap fit(CalibrationMap old, BinaryFilms films) {
    return method.fit(old, logits(films), films.scores().positive());
  }

  private static double[] logits(BinaryFilms films) {
    double[] logits = films.scores().scores();
    for (int film = 0; film < logits.length; film++) {
      double logit = Math.log(logits[film]) - Math.log1p(-logits[film]);
      logits[film] = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit));
    }
    return logits;
  }

  /** From local residuals where there are enough films, else as it was. */
  private ConformalInterval interval(ConformalInterval old, NumberFilms films) {
    if (films.size() < least) {
      return old;
    }
    double[] estimates = films.pairs().estimates();
    double[] references = films.pairs().references();
    return ConformalInterval.ofResiduals(
        IntStream.range(0, films.size())
            .mapToDouble(film -> estimates[film] - references[film])
            .toArray(),
        old.coverage());
  }
}
