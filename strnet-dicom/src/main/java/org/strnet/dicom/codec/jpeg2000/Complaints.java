package org.strnet.dicom.codec.jpeg2000;

import jj2000.j2k.util.MsgLogger;
import org.jspecify.annotations.Nullable;
import org.strnet.radiograph.stream.DamagedStreamException;

/** Hears what the library would print; warnings and errors mean pixels that it made up. */
final class Complaints implements MsgLogger {

  private @Nullable String first;

  @Override
  public void printmsg(int severity, String message) {
    if (severity >= WARNING && first == null) {
      first = message;
    }
  }

  @Override
  public void println(String text, int indentFirst, int indent) {}

  @Override
  public void flush() {}

  /** Refuses the stream where there was a complaint. */
  void check() {
    if (first != null) {
      throw new DamagedStreamException(
          "a JPEG 2000 stream must decode without fault, found " + first);
    }
  }
}
