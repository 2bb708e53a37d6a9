package org.strnet.spark.film;

/**
 * What is said of a fault of the program: its kind and its place, since its message might quote the
 * film.
 */
final class ProgramFault {

  private ProgramFault() {}

  static String place(Throwable fault) {
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith("org.strnet.")) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return "%s in %s, line %d"
            .formatted(fault.getClass().getSimpleName(), type, frame.getLineNumber());
      }
    }
    return fault.getClass().getSimpleName();
  }
}
