package org.strnet.dicom.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.Films;
import org.strnet.dicom.phantom.PhantomObject;

class DeidentifierTest {

  private static final Pseudonyms SITE =
      new Pseudonyms("the site's own secret".getBytes(StandardCharsets.UTF_8));

  /** In every attribute that may carry it, standard or private, and in a nested item. */
  @Test
  void nothing_that_names_the_patient_is_left_in_the_file() {
    Attributes film = Films.film();
    film.setString(Tag.PatientName, VR.PN, "SECRET^NAME");
    film.setString(Tag.PatientID, VR.LO, "SECRET1");
    film.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.77");
    film.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.78");
    film.setString(Tag.OtherPatientIDs, VR.LO, "SECRET2");
    film.setString(Tag.PatientBirthDate, VR.DA, "19440203");
    film.setString(Tag.PatientComments, VR.LT, "SECRET3");
    film.setString(Tag.StudyDescription, VR.LO, "SECRET4");
    film.setString(Tag.SeriesDescription, VR.LO, "SECRET5");
    film.setString(Tag.ImageComments, VR.LT, "SECRET6");
    film.setString(Tag.AccessionNumber, VR.SH, "SECRET7");
    film.setString(Tag.InstitutionName, VR.LO, "SECRET8");
    film.setString(Tag.StationName, VR.SH, "SECRET9");
    film.setString(Tag.DeviceSerialNumber, VR.LO, "SECRET10");
    film.setString("SECRET PRIVATE", 0x00210010, VR.LO, "SECRET11");
    Attributes view = new Attributes();
    film.newSequence(Tag.ViewCodeSequence, 1).add(view);
    view.setString(Tag.CodeValue, VR.SH, "399348003");
    view.setString(Tag.TextValue, VR.UT, "SECRET12");

    byte[] file = Films.file(new Deidentifier(SITE).deidentified(film));

    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("SECRET", "19440203", "1.2.826.0.1.7");
    assertThat(text).contains("399348003");
  }

  @Test
  void what_the_network_needs_is_kept_and_what_was_done_is_stated() {
    Attributes film = Films.film();
    film.setString(Tag.PatientSex, VR.CS, "F");

    Attributes kept = new Deidentifier(SITE).deidentified(film);

    assertThat(kept.getString(Tag.PatientSex)).isEqualTo("F");
    assertThat(kept.getString(Tag.PatientAge)).isEqualTo("067Y");
    assertThat(kept.getSafeBytes(Tag.PixelData)).isEqualTo(film.getSafeBytes(Tag.PixelData));
    assertThat(kept.getString(Tag.PatientIdentityRemoved)).isEqualTo("YES");
    assertThat(kept.getSequence(Tag.DeidentificationMethodCodeSequence)).hasSize(2);
  }

  @Test
  void a_phantom_keeps_every_attribute_that_shows_it() {
    Attributes film = PhantomObject.draw(3, 3);

    Attributes kept = new Deidentifier(SITE).deidentified(film);

    for (int tag :
        new int[] {
          Tag.RescaleIntercept,
          Tag.RescaleSlope,
          Tag.WindowCenter,
          Tag.WindowWidth,
          Tag.PresentationLUTShape,
          Tag.PhotometricInterpretation,
          Tag.ImagerPixelSpacing,
          Tag.EstimatedRadiographicMagnificationFactor,
          Tag.ViewPosition,
          Tag.ImageLaterality,
          Tag.PatientSize,
          Tag.PatientWeight,
          Tag.BitsStored,
          Tag.PixelData
        }) {
      assertThat(kept.getSafeBytes(tag))
          .as("%08x", tag)
          .isNotNull()
          .isEqualTo(film.getSafeBytes(tag));
    }
  }

  @Test
  void the_very_old_are_told_as_ninety() {
    Attributes film = Films.film();
    film.setString(Tag.PatientAge, VR.AS, "097Y");

    assertThat(new Deidentifier(SITE).deidentified(film).getString(Tag.PatientAge))
        .isEqualTo("090Y");
  }

  @Test
  void pseudonyms_are_equal_under_one_key_and_differ_under_another() {
    Pseudonyms other = new Pseudonyms("another site's secret".getBytes(StandardCharsets.UTF_8));

    assertThat(SITE.patient("7")).isEqualTo(SITE.patient("7")).isNotEqualTo(SITE.patient("8"));
    assertThat(SITE.patient("7")).isNotEqualTo(other.patient("7")).matches("p[0-9a-f]{16}");
    assertThat(SITE.uid("1.2.3")).matches("2\\.25\\.\\d{30,39}").isNotEqualTo(other.uid("1.2.3"));
    assertThatThrownBy(() -> new Pseudonyms(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
