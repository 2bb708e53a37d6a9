package org.strnet.server.page.quality;

import java.util.Locale;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.CalibrationMap;
import org.strnet.decision.OperatingPoint;

/**
 * An operating point in words.
 *
 * @param name that results under it carry
 * @param threshold lowest probability that is referred
 * @param rule how it was chosen
 * @param sensitivity on the films it was chosen on
 * @param specificity on the films it was chosen on
 * @param calibration from the network's logit to a probability
 * @param chosen on which films and when
 */
record PointView(
    String name,
    String threshold,
    String rule,
    String sensitivity,
    String specificity,
    String calibration,
    String chosen) {

  static PointView of(BundleManifest manifest) {
    OperatingPoint point = manifest.operatingPoint();
    return new PointView(
        manifest.name(),
        FigureText.decimal(point.threshold(), 4),
        String.format(
            Locale.ROOT,
            "sensitivity of at least %.2f, rule %s",
            point.floor(),
            point.rule().code()),
        FigureText.share(point.sensitivity()),
        FigureText.share(point.specificity()),
        words(manifest.calibration().boneLoss()),
        String.format(
            Locale.ROOT,
            "%s, on %d films with bone loss and %d without",
            point.chosenOn(),
            point.positives(),
            point.negatives()));
  }

  private static String words(CalibrationMap map) {
    return map.fold(
        scaling ->
            "logit times %s plus %s"
                .formatted(
                    FigureText.decimal(scaling.slope(), 3),
                    FigureText.decimal(scaling.intercept(), 3)),
        isotonic -> "isotonic in %d knots".formatted(isotonic.logits().length));
  }
}
