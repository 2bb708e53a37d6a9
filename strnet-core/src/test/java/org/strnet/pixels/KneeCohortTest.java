package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/** Real films, where they are at hand. */
class KneeCohortTest {

  private static final Path COHORT = Path.of("../../shared/data/knee-cohort");

  /** Every so many films: the test reads some fifty. */
  private static final int STEP = 5;

  private static final int SIZE = 160;

  @Test
  void fewer_than_one_percent_of_usable_knees_are_refused_and_none_for_metal() throws IOException {
    assumeTrue(Files.exists(COHORT), "needs ../shared/data/knee-cohort");
    List<CSVRecord> rows;
    try (Reader reader = Files.newBufferedReader(COHORT.resolve("cohort.csv"))) {
      rows =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(reader)
              .stream()
              .filter(row -> row.get("usable").equals("yes"))
              .toList();
    }
    RadiographReader reader = new RadiographReader();
    KneePixels pixels = new KneePixels(PixelSpecification.ofSize(SIZE));
    int refused = 0;
    int read = 0;
    for (int i = 0; i < rows.size(); i += STEP) {
      Radiograph film = reader.read(COHORT.resolve(rows.get(i).get("image")));
      read++;
      try {
        float[] input = pixels.input(film, knee(rows.get(i)));
        assertThat(KneeInspection.refusal(input, SIZE)).isEmpty();
      } catch (NotAssessableException e) {
        refused++;
      }
    }
    assertThat(refused).isLessThanOrEqualTo(read / 100);
  }

  private static KneeRegion knee(CSVRecord row) {
    return KneeRegion.annotated(
        Double.parseDouble(row.get("cx")),
        Double.parseDouble(row.get("cy")),
        Double.parseDouble(row.get("plateau_width")),
        row.get("fibula_side").isEmpty()
            ? FibulaSide.UNKNOWN
            : FibulaSide.valueOf(row.get("fibula_side").toUpperCase(Locale.ROOT)));
  }
}
