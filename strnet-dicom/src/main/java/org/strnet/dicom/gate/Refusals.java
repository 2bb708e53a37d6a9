package org.strnet.dicom.gate;

import java.util.Locale;
import java.util.Optional;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Refusals that a check answers. */
final class Refusals {

  private Refusals() {}

  static Optional<NotAssessable> because(Reason reason, String rule, Object... found) {
    return Optional.of(new NotAssessable(reason, String.format(Locale.ROOT, rule, found)));
  }

  /** A code string as it may stand in a report: free text could name the patient. */
  static String shown(String code) {
    String safe = code.replaceAll("[^A-Za-z0-9_ ]", "?");
    return safe.length() > 16 ? safe.substring(0, 16) : safe;
  }
}
