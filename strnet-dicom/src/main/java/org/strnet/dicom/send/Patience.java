package org.strnet.dicom.send;

import java.time.Duration;
import org.strnet.provenance.BadInputException;

/**
 * How long to wait for a destination.
 *
 * @param connect for the connection and the association, above 0
 * @param response for the answer to one object, above 0
 * @param idle how long an association without work is kept, above 0
 */
public record Patience(Duration connect, Duration response, Duration idle) {

  /** 10 seconds to connect, a minute for an answer, 30 seconds of idleness. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(30));

  /** Checks that all are above 0. */
  public Patience {
    for (Duration part : new Duration[] {connect, response, idle}) {
      if (part.isNegative() || part.toMillis() == 0 || part.toMillis() > Integer.MAX_VALUE) {
        throw new BadInputException("destination", "waits a while above 0, found " + part);
      }
    }
  }
}
