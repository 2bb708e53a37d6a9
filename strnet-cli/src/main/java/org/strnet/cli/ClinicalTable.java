package org.strnet.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Contradictions;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;

/** Clinical variables by the file name of the film. */
final class ClinicalTable {

  private final Map<String, ClinicalVariables> byFileName = new HashMap<>();

  private ClinicalTable() {}

  /** Nothing is known of any patient. */
  static ClinicalTable none() {
    return new ClinicalTable();
  }

  /**
   * Reads a CSV with a column {@code image} and columns of clinical variables, as in a cohort file.
   *
   * @throws BadInputException when a value does not fit its column, or two rows are about films of
   *     one name
   */
  static ClinicalTable read(Path csv) {
    ClinicalTable table = new ClinicalTable();
    for (CohortFilm film : Cohort.read(csv, Contradictions.REPORT_AND_GO_ON).films()) {
      if (table.byFileName.put(fileName(film.file()), film.clinical()) != null) {
        throw new BadInputException(
            csv.toString(), "must have one row per file name, found two of row " + film.row());
      }
    }
    return table;
  }

  /** What is known of a film's patient. */
  ClinicalVariables of(Path film) {
    return byFileName.getOrDefault(fileName(film), ClinicalVariables.NONE);
  }

  private static String fileName(Path film) {
    return String.valueOf(film.getFileName());
  }
}
