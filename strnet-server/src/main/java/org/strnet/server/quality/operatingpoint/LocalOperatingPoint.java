package org.strnet.server.quality.operatingpoint;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.strnet.bundle.BundleManifest;

/**
 * An operating point that was fitted here; kept for good, whether in force or not.
 *
 * @param id random identifier
 * @param manifest the bundle's with the local calibration and operating point
 * @param madeAt when
 * @param madeBy the account's name
 * @param retiredAt when another one was put into its place; empty while it is in force
 */
public record LocalOperatingPoint(
    String id,
    BundleManifest manifest,
    Instant madeAt,
    String madeBy,
    Optional<Instant> retiredAt) {

  /** Checks that all are there. */
  public LocalOperatingPoint {
    Objects.requireNonNull(id);
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(madeBy);
    Objects.requireNonNull(retiredAt);
  }

  /** Whether it decides now. */
  public boolean isInForce() {
    return retiredAt.isEmpty();
  }
}
