package org.strnet.server.page.study;

import java.util.Optional;
import org.strnet.report.Wording;
import org.strnet.server.result.StoredResult;

/**
 * The zone of a film as the page says it.
 *
 * @param code of the zone
 * @param tag in a few words
 * @param meaning a sentence
 */
record ZoneWords(String code, String tag, String meaning) {

  /** Empty where a result has no three-zone reading. */
  static Optional<ZoneWords> of(StoredResult result) {
    return result
        .zone()
        .map(
            zone ->
                new ZoneWords(
                    zone.code(), Wording.zoneTag(zone), result.zoneMeaning().orElseThrow()));
  }
}
