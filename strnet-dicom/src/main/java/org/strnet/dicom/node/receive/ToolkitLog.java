package org.strnet.dicom.node.receive;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The toolkit writes requests, data sets and values to its log at its lower levels; only its
 * complaints are let through. It logs through java.util.logging, which writes to standard error.
 */
public final class ToolkitLog {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger TOOLKIT = Logger.getLogger("org.aoju");

  private ToolkitLog() {}

  /** Silences what is below a warning; may be called again. */
  public static void quieten() {
    TOOLKIT.setLevel(Level.WARNING);
  }
}
