package org.strnet.server.quality.densitometry;

import java.util.List;

/**
 * What became of an imported file; every row is in one of the three.
 *
 * @param added rows that were not there yet
 * @param alreadyThere rows that were there, with the same T-score
 * @param withoutFilm added rows of patients that have no film here: nothing to compare yet
 * @param bad rows that were not kept
 */
public record ImportReport(
    int added, int alreadyThere, int withoutFilm, List<DensitometryFile.BadRow> bad) {

  /** Copies the list. */
  public ImportReport {
    bad = List.copyOf(bad);
  }

  /** All rows of the file. */
  public int rows() {
    return added + alreadyThere + bad.size();
  }
}
