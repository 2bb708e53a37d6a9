package org.strnet.server.page.quality;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.strnet.server.quality.monitoring.Acknowledgement;
import org.strnet.server.quality.monitoring.DriftAlarm;

/**
 * An alarm as the page lists it.
 *
 * @param alarm what it says
 * @param seen who has acknowledged it, and when; empty where nobody has
 * @param note theirs; empty where nobody has
 */
record AlarmView(DriftAlarm alarm, Optional<String> seen, String note) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  static AlarmView of(DriftAlarm alarm, Optional<Acknowledgement> seen, ZoneId zone) {
    return new AlarmView(
        alarm,
        seen.map(it -> "by %s, %s".formatted(it.madeBy(), MINUTE.format(it.madeAt().atZone(zone)))),
        seen.map(Acknowledgement::note).orElse(""));
  }
}
