package org.strnet.server.page.study;

import java.util.Locale;
import org.strnet.decision.ZoneLimits;
import org.strnet.report.Wording;

/**
 * A knee's zone on the scale of its probability.
 *
 * @param code of the zone
 * @param tag in a few words
 * @param from where the grey zone begins, in percent
 * @param wide how wide it is, in percent
 * @param words its thresholds, e.g. {@code 0.300 to 0.700}
 */
record ZoneBand(String code, String tag, String from, String wide, String words) {

  static ZoneBand of(ZoneLimits limits, double boneLoss) {
    return new ZoneBand(
        limits.zone(boneLoss).code(),
        Wording.zoneTag(limits.zone(boneLoss)),
        Figures.place(100 * limits.noFlagBelow()),
        Figures.place(100 * (limits.flagAbove() - limits.noFlagBelow())),
        String.format(Locale.ROOT, "%.3f to %.3f", limits.noFlagBelow(), limits.flagAbove()));
  }
}
