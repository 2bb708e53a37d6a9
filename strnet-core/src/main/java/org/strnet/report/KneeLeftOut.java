package org.strnet.report;

import java.util.Objects;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.NotAssessable;

/**
 * A knee that was found beside a scored one, but cannot be assessed.
 *
 * @param region where it is
 * @param why the reason
 */
public record KneeLeftOut(KneeRegion region, NotAssessable why) {

  /** Checks that both are there. */
  public KneeLeftOut {
    Objects.requireNonNull(region);
    Objects.requireNonNull(why);
  }
}
