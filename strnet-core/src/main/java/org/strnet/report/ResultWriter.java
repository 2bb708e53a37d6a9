package org.strnet.report;

import java.io.Closeable;
import java.io.IOException;

/** Takes results one by one, in the films' order, and writes each at once. */
public interface ResultWriter extends Closeable {

  /** Writes the next film's result. */
  void write(FilmResult result) throws IOException;

  /** Writes what stands at the end. */
  @Override
  void close() throws IOException;
}
