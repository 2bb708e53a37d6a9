package org.strnet.dicom.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One real CR film in seven transfer syntaxes, where it is at hand. */
class RealObjectsTest {

  private static final Path FOLDER = Path.of("../../shared/data/dicom-wg04");

  @ParameterizedTest
  @ValueSource(strings = {"JPLL", "JLSL", "J2KR"})
  void lossless_syntaxes_give_identical_samples(String syntax) {
    assertThat(cells(syntax)).isEqualTo(cells("RLE"));
  }

  /** Largest and mean distance in a range of 1,024 values, measured and rounded up. */
  @ParameterizedTest
  @CsvSource({"JLSN, 4, 1.55", "JPLY, 48, 1.77", "J2KI, 9, 0.78"})
  void lossy_syntaxes_lie_close_to_the_original(String syntax, int largest, double mean) {
    short[] lossy = cells(syntax);
    short[] original = cells("RLE");
    long sum = 0;
    int most = 0;
    for (int i = 0; i < lossy.length; i++) {
      int distance = Math.abs(lossy[i] - original[i]);
      sum += distance;
      most = Math.max(most, distance);
    }

    assertThat(most).isLessThanOrEqualTo(largest);
    assertThat(sum / (double) lossy.length).isLessThanOrEqualTo(mean);
  }

  @Test
  void what_the_header_says_of_the_patient_is_understood() {
    assumeTrue(Files.exists(FOLDER), "needs ../shared/data/dicom-wg04");
    FilmHeader header = DicomFile.read(FOLDER.resolve("RG3_RLE.dcm")).header();

    assertThat(PatientFacts.age(header)).hasValue(13);
    assertThat(PixelSpacing.of(header)).isEmpty();
  }

  private static short[] cells(String syntax) {
    assumeTrue(Files.exists(FOLDER), "needs ../shared/data/dicom-wg04");
    return StoredImage.decode(DicomFile.read(FOLDER.resolve("RG3_" + syntax + ".dcm"))).cells();
  }
}
