package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One film of the NEMA's working group 4 in seven transfer syntaxes. */
class SampleFilmTest {

  private static final Path FOLDER = Path.of("../../shared/data/dicom-wg04");

  @ParameterizedTest
  @ValueSource(strings = {"JPLL", "JLSL", "J2KR"})
  void lossless_syntaxes_give_the_same_cells(String name) throws Exception {
    short[] reference = film("RLE").decode();
    assertThat(film(name).decode()).isEqualTo(reference);
  }

  /**
   * Measured in levels of 1024, largest and mean: JPLY (67:1) 48 and 1.767, JLSN (NEAR 4) 4 and
   * 1.543, J2KI 9 and 0.777.
   */
  @ParameterizedTest
  @CsvSource({"JPLY, 48, 1.78", "JLSN, 4, 1.55", "J2KI, 9, 0.79"})
  void lossy_syntaxes_lie_within_their_distance(String name, int largest, double mean)
      throws Exception {
    Distance distance = Distance.between(film(name).decode(), film("RLE").decode());
    assertThat(distance.largest()).isBetween(1, largest);
    assertThat(distance.mean()).isLessThan(mean);
  }

  private static DicomFrame film(String name) throws Exception {
    assumeTrue(Files.exists(FOLDER), "needs ../shared/data/dicom-wg04 beside the repository");
    return DicomFrame.read(FOLDER.resolve("RG3_" + name + ".dcm"));
  }
}
