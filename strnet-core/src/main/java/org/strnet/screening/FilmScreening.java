package org.strnet.screening;

import java.nio.file.Path;
import org.strnet.report.FilmResult;

/** What a batch does with each film; called from several threads at once. */
@FunctionalInterface
public interface FilmScreening {

  /** The film's result. */
  FilmResult screen(Path film);
}
