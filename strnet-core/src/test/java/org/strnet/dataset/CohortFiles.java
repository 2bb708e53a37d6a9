package org.strnet.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cohorts written for a test. */
final class CohortFiles {

  private CohortFiles() {}

  static Cohort read(Path folder, String csv) {
    return Cohort.read(write(folder, csv));
  }

  static Path write(Path folder, String csv) {
    try {
      return Files.writeString(folder.resolve("cohort.csv"), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
