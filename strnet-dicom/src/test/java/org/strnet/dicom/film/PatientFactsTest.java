package org.strnet.dicom.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.network.ClinicalVariable;

class PatientFactsTest {

  @Test
  void age_comes_from_the_age_string_in_any_unit() {
    assertThat(PatientFacts.age(with(Tag.PatientAge, VR.AS, "067Y"))).hasValue(67);
    assertThat(PatientFacts.age(with(Tag.PatientAge, VR.AS, "030M"))).hasValue(2);
    assertThat(PatientFacts.age(with(Tag.PatientAge, VR.AS, "060W"))).hasValue(1);
    assertThat(PatientFacts.age(with(Tag.PatientAge, VR.AS, "100D"))).hasValue(0);
  }

  @Test
  void else_age_is_the_whole_years_from_birth_to_the_film() {
    Attributes film = new Attributes();
    film.setString(Tag.PatientBirthDate, VR.DA, "19600312");
    film.setString(Tag.StudyDate, VR.DA, "20260401");
    film.setString(Tag.AcquisitionDate, VR.DA, "20260311");

    assertThat(PatientFacts.age(FilmHeader.of(film))).hasValue(65);
    film.setString(Tag.AcquisitionDate, VR.DA, "20260312");
    assertThat(PatientFacts.age(FilmHeader.of(film))).hasValue(66);
  }

  @Test
  void what_no_patient_has_counts_as_not_known() {
    Attributes film = new Attributes();
    film.setString(Tag.PatientBirthDate, VR.DA, "20270101");
    film.setString(Tag.StudyDate, VR.DA, "20260401");
    film.setString(Tag.PatientSex, VR.CS, "O");
    film.setString(Tag.PatientSize, VR.DS, "172");
    film.setString(Tag.PatientWeight, VR.DS, "70");

    assertThat(PatientFacts.of(FilmHeader.of(film)).values()).isEmpty();
  }

  @Test
  void sex_and_body_mass_index_reach_the_clinical_variables() {
    Attributes film = new Attributes();
    film.setString(Tag.PatientSex, VR.CS, "F");
    film.setString(Tag.PatientSize, VR.DS, "1.60");
    film.setString(Tag.PatientWeight, VR.DS, "64");

    var known = PatientFacts.of(FilmHeader.of(film));
    assertThat(known.value(ClinicalVariable.SEX)).hasValue(1);
    assertThat(known.value(ClinicalVariable.BMI).orElseThrow()).isCloseTo(25, within(1e-9));
    assertThat(known.value(ClinicalVariable.AGE)).isEmpty();
  }

  @Test
  void spacing_is_taken_from_either_attribute_and_corrected_for_magnification() {
    Attributes film = new Attributes();
    film.setString(Tag.ImagerPixelSpacing, VR.DS, "0.165", "0.165");
    assertThat(PixelSpacing.of(FilmHeader.of(film)))
        .contains(new PixelSpacing(0.165, 0.165, PixelSpacing.Source.IMAGER_SPACING));
    film.setString(Tag.EstimatedRadiographicMagnificationFactor, VR.DS, "1.1");
    assertThat(PixelSpacing.of(FilmHeader.of(film)).orElseThrow().rowMm())
        .isCloseTo(0.15, within(1e-12));
    film.setString(Tag.PixelSpacing, VR.DS, "0.14", "0.15");
    assertThat(PixelSpacing.of(FilmHeader.of(film)))
        .contains(new PixelSpacing(0.14, 0.15, PixelSpacing.Source.PIXEL_SPACING));
    film.setString(Tag.PixelSpacing, VR.DS, "0", "0");
    assertThat(PixelSpacing.of(FilmHeader.of(film)).orElseThrow().source())
        .isEqualTo(PixelSpacing.Source.IMAGER_SPACING_AND_MAGNIFICATION);
  }

  private static FilmHeader with(int tag, VR vr, String value) {
    Attributes film = new Attributes();
    film.setString(tag, vr, value);
    return FilmHeader.of(film);
  }
}
