package org.strnet.server.quality.operatingpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.CalibrationMap;

/**
 * Brings scores that were made under different calibrations of one network onto one scale: back to
 * the network's own logit, which no recalibration changes. An isotonic calibration has no inverse;
 * scores made under one have no logit here.
 */
public final class ScoreScale {

  /** Logits beyond this are taken for it: their probability is 0 or 1 to rounding. */
  private static final double LARGEST_LOGIT = 34;

  private final Map<String, Calibration> calibrations = new HashMap<>();

  /**
   * Knows the calibrations of a bundle.
   *
   * @param bundle as loaded
   * @param kept the local operating points there ever were
   */
  public ScoreScale(BundleManifest bundle, List<LocalOperatingPoint> kept) {
    calibrations.put(bundle.name(), bundle.calibration());
    kept.forEach(
        point -> calibrations.put(point.manifest().name(), point.manifest().calibration()));
  }

  /**
   * The network's logit of bone loss.
   *
   * @param name what the result calls its bundle
   * @param probability of bone loss that the result states
   */
  public OptionalDouble boneLossLogit(String name, double probability) {
    return logit(name, Calibration::boneLoss, probability);
  }

  /** The network's logit of osteoporosis given bone loss. */
  public OptionalDouble severityLogit(String name, double probability) {
    return logit(name, Calibration::severity, probability);
  }

  private OptionalDouble logit(
      String name, Function<Calibration, CalibrationMap> head, double probability) {
    Optional<Calibration> calibration = Optional.ofNullable(calibrations.get(name));
    if (calibration.isEmpty()) {
      return OptionalDouble.empty();
    }
    double logit = Math.log(probability) - Math.log1p(-probability);
    double kept = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit));
    return head.apply(calibration.get())
        .fold(
            scaling -> OptionalDouble.of((kept - scaling.intercept()) / scaling.slope()),
            isotonic -> OptionalDouble.empty());
  }
}
