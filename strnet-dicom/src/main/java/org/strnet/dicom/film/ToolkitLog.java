package org.strnet.dicom.film;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The toolkit writes requests, data sets and values to its log at its lower levels; only its
 * complaints are let through, and none of its parser's, whose failures this program reports itself.
 * It logs through java.util.logging, which writes to standard error.
 */
public final class ToolkitLog {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final List<Logger> TOOLKIT =
      List.of(Logger.getLogger("org.aoju"), Logger.getLogger("org.aoju.bus.image.galaxy.io"));

  private ToolkitLog() {}

  /** Silences what is below a warning; may be called again. */
  public static void quieten() {
    TOOLKIT.get(0).setLevel(Level.WARNING);
    TOOLKIT.get(1).setLevel(Level.OFF);
  }
}
