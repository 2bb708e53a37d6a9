package org.strnet.dicom.film;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.strnet.radiograph.NotAssessableException;

/**
 * The parser under any bytes. In a normal run the kept files of {@code ObjectFuzzTestInputs} are
 * tried: whole, cut off, with broken lengths, nested, bare, in every native syntax.
 */
class ObjectFuzzTest {

  @FuzzTest
  void any_bytes_are_a_film_or_refused(byte[] bytes) {
    try {
      StoredImage image = StoredImage.decode(DicomFile.read(bytes));
      assertThat(image.cells()).hasSize(image.geometry().cells());
    } catch (NotAssessableException e) {
      assertThat(e.notAssessable().detail()).isNotBlank();
    }
  }
}
