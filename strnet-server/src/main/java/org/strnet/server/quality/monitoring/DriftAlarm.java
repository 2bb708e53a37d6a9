package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that a person should look at.
 *
 * @param urgent whether it holds now; else it has held, or is a lesser change
 * @param stream what it is of
 * @param title what happened
 * @param meaning what it means, with its figures
 * @param action what to do
 * @param since the day of the film it is dated to, where there is one
 */
public record DriftAlarm(
    boolean urgent,
    String stream,
    String title,
    String meaning,
    String action,
    Optional<LocalDate> since) {

  private static final String CHECK_DEVICE =
      "Look at films of before and after that day beside each other: exposure, processing software,"
          + " positioning, who is examined. Ask for what was changed at the device then. Until it"
          + " is explained, do not rely on its results.";

  private static final String CHECK_SCORES =
      "Compare who is examined now and how films are processed with the time of the reference. If"
          + " the patients have changed for good, collect densitometry and consider a local"
          + " recalibration; if the films have, have the device checked.";

  private static final String CHECK_REFUSALS =
      "See the reasons below. Views and cut-off knees are a matter of positioning, image quality"
          + " one of exposure or the detector, a wrong body part one of the work order.";

  /** Those of a stream, urgent ones first. */
  public static List<DriftAlarm> of(StreamDrift drift) {
    List<DriftAlarm> alarms = new ArrayList<>();
    for (CusumPath path : drift.referrals()) {
      signal(drift, path, drift.charted(), "share of referred films", CHECK_DEVICE)
          .ifPresent(alarms::add);
    }
    drift
        .refusals()
        .flatMap(
            path ->
                signal(
                    drift,
                    path,
                    drift.refusalDays(),
                    "share of films not assessable",
                    CHECK_REFUSALS))
        .ifPresent(alarms::add);
    drift.stability().flatMap(index -> scores(drift, index)).ifPresent(alarms::add);
    alarms.sort((a, b) -> Boolean.compare(b.urgent(), a.urgent()));
    return alarms;
  }

  private static Optional<DriftAlarm> signal(
      StreamDrift drift, CusumPath path, List<LocalDate> days, String what, String action) {
    OptionalInt signal = path.firstSignal();
    if (signal.isEmpty()) {
      return Optional.empty();
    }
    CusumDesign design = path.design();
    LocalDate began = days.get(path.began().orElseThrow());
    String meaning =
        String.format(
            Locale.ROOT,
            "Its CUSUM for a %s reached the decision limit of %.2f on %s; it last stood at 0 before"
                + " %s, which is about when the change began. It charts against %.1f %%, a cautious"
                + " limit of the reference, and is tuned to %.1f %%. Without any change this happens"
                + " once in %,.0f films on average, or less often.%s",
            design.direction().word(),
            path.limit(),
            days.get(signal.getAsInt()),
            began,
            100 * design.inControl(),
            100 * design.shifted(),
            design.falseAlarmRun(),
            path.isOut() ? "" : " It has come back below the limit since.");
    return Optional.of(
        new DriftAlarm(
            path.isOut(),
            drift.stream().name(),
            design.direction() == Direction.UP
                ? "The " + what + " has risen"
                : "The " + what + " has fallen",
            meaning,
            action,
            Optional.of(began)));
  }

  private static Optional<DriftAlarm> scores(StreamDrift drift, PopulationStability index) {
    if (!index.isShift() && !index.isWatch()) {
      return Optional.empty();
    }
    String meaning =
        String.format(
            Locale.ROOT,
            "The population stability index of the newest films against the reference is %.2f;"
                + " chance alone exceeds %.2f once in a hundred times. By convention 0.10 is a"
                + " moderate change and 0.25 a shift.",
            index.index(),
            index.chanceLimit());
    return Optional.of(
        new DriftAlarm(
            index.isShift(),
            drift.stream().name(),
            index.isShift() ? "The scores have shifted" : "The scores have changed moderately",
            meaning,
            CHECK_SCORES,
            Optional.empty()));
  }
}
