package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strnet.evaluation.drift.PopulationStability;

/**
 * Something that a person should look at.
 *
 * @param urgent whether it holds now; else it has held, or is a lesser change
 * @param condition what it is of, and since about when
 * @param title what happened
 * @param meaning what it means, with its figures
 * @param action what to do
 */
public record DriftAlarm(
    boolean urgent, AlarmCondition condition, String title, String meaning, String action) {

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

  /** Those of all streams, urgent ones first. */
  public static List<DriftAlarm> ofEach(List<StreamDrift> drifts) {
    return drifts.stream()
        .flatMap(drift -> of(drift).stream())
        .sorted(Comparator.comparing(alarm -> !alarm.urgent()))
        .toList();
  }

  /** Those of a stream, urgent ones first. */
  public static List<DriftAlarm> of(StreamDrift drift) {
    List<DriftAlarm> alarms = new ArrayList<>();
    for (CusumPath path : drift.referrals()) {
      AlarmCondition.Subject subject =
          path.design().direction() == Direction.UP
              ? AlarmCondition.Subject.REFERRALS_UP
              : AlarmCondition.Subject.REFERRALS_DOWN;
      signal(drift, path, drift.charted(), subject).ifPresent(alarms::add);
    }
    drift
        .refusals()
        .flatMap(
            path -> signal(drift, path, drift.refusalDays(), AlarmCondition.Subject.REFUSALS_UP))
        .ifPresent(alarms::add);
    drift.stability().flatMap(index -> scores(drift, index)).ifPresent(alarms::add);
    alarms.sort((a, b) -> Boolean.compare(b.urgent(), a.urgent()));
    return alarms;
  }

  private static Optional<DriftAlarm> signal(
      StreamDrift drift, CusumPath path, List<LocalDate> days, AlarmCondition.Subject subject) {
    if (path.excursions().isEmpty()) {
      return Optional.empty();
    }
    CusumPath.Excursion newest = path.excursions().get(path.excursions().size() - 1);
    CusumDesign design = path.design();
    LocalDate began = days.get(newest.began());
    boolean refusals = subject == AlarmCondition.Subject.REFUSALS_UP;
    String what = refusals ? "share of films not assessable" : "share of referred films";
    String meaning =
        String.format(
            Locale.ROOT,
            "Its CUSUM for a %s reached the decision limit of %.2f on %s; it last stood at 0 before"
                + " %s, which is about when the change began. It charts against %.1f %%, a cautious"
                + " limit of the reference, and is tuned to %.1f %%. Without any change this happens"
                + " once in %,.0f films on average, or less often.%s",
            design.direction().word(),
            path.limit(),
            days.get(newest.signal()),
            began,
            100 * design.inControl(),
            100 * design.shifted(),
            design.falseAlarmRun(),
            path.isOut() ? "" : " It has come back below the limit since.");
    return Optional.of(
        new DriftAlarm(
            path.isOut(),
            condition(drift, subject, began),
            design.direction() == Direction.UP
                ? "The " + what + " has risen"
                : "The " + what + " has fallen",
            meaning,
            refusals ? CHECK_REFUSALS : CHECK_DEVICE));
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
            condition(drift, AlarmCondition.Subject.SCORES, drift.scoresSince().orElseThrow()),
            index.isShift() ? "The scores have shifted" : "The scores have changed moderately",
            meaning,
            CHECK_SCORES));
  }

  private static AlarmCondition condition(
      StreamDrift drift, AlarmCondition.Subject subject, LocalDate began) {
    return new AlarmCondition(drift.stream().kind(), drift.stream().name(), subject, began);
  }

  /** The acknowledgement after which nothing about it is new, the newest first. */
  public Optional<Acknowledgement> acknowledged(List<Acknowledgement> newestFirst) {
    return newestFirst.stream().filter(it -> it.covers(this)).findFirst();
  }
}
