package org.strnet.server.quality.densitometry;

import java.util.Locale;
import java.util.Optional;

/** Where densitometry measures for a diagnosis. The codes are stored. */
public enum MeasurementSite {
  /** Vertebrae L1 to L4. */
  LUMBAR_SPINE("lumbar spine"),
  /** The whole hip. */
  TOTAL_HIP("total hip"),
  /** Of the hip. */
  FEMORAL_NECK("femoral neck"),
  /** The distal third of the radius. */
  RADIUS_33("33 % radius");

  private final String words;

  MeasurementSite(String words) {
    this.words = words;
  }

  /** As stored and as written in a file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a reader. */
  public String words() {
    return words;
  }

  /** The site of a code. */
  public static Optional<MeasurementSite> ofCode(String code) {
    for (MeasurementSite site : values()) {
      if (site.code().equals(code)) {
        return Optional.of(site);
      }
    }
    return Optional.empty();
  }
}
