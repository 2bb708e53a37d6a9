package org.strnet.dicom.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.Films;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

class FilmGateTest {

  @Test
  void a_frontal_knee_of_an_older_patient_passes() {
    assertThat(refusal(Films.film(), "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    UID.ComputedRadiographyImageStorage + ",",
    UID.DigitalXRayImageStorageForPresentation + ",",
    UID.DigitalXRayImageStorageForProcessing + ",WRONG_OBJECT_CLASS",
    UID.SecondaryCaptureImageStorage + ",WRONG_OBJECT_CLASS",
    UID.CTImageStorage + ",WRONG_OBJECT_CLASS",
  })
  void only_radiographs_for_presentation_pass(String sopClass, Reason expected) {
    assertThat(with(Tag.SOPClassUID, VR.UI, sopClass)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void raw_data_of_a_radiography_class_are_refused_by_their_intent() {
    assertThat(with(Tag.PresentationIntentType, VR.CS, "FOR PROCESSING"))
        .contains(Reason.WRONG_OBJECT_CLASS);
  }

  @Test
  void a_secondary_capture_passes_where_the_site_says_so() {
    Attributes film = Films.film();
    film.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);

    assertThat(refusal(film, "secondaryCapture: accept")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "KNEE,",
    "Knie,",
    "LEFT KNEE,",
    "CHEST,WRONG_BODY_PART",
    "HAND,WRONG_BODY_PART",
    "KNEECAP,WRONG_BODY_PART",
    "EXTREMITY,",
    "LEG,",
  })
  void the_body_part_must_be_a_knee_or_say_too_little(String part, Reason expected) {
    assertThat(with(Tag.BodyPartExamined, VR.CS, part)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void an_unspecific_body_part_is_settled_by_the_region_code() {
    Attributes film = Films.film();
    film.setString(Tag.BodyPartExamined, VR.CS, "EXTREMITY");
    Attributes region = new Attributes();
    film.newSequence(Tag.AnatomicRegionSequence, 1).add(region);
    region.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
    region.setString(Tag.CodeValue, VR.SH, "72696002");
    assertThat(refusal(film, "")).isEmpty();
    region.setString(Tag.CodeValue, VR.SH, "51185008");
    assertThat(refusal(film, "")).map(NotAssessable::reason).contains(Reason.WRONG_BODY_PART);
  }

  @Test
  void a_site_that_wants_the_body_part_said_finds_it_in_the_descriptions() {
    Attributes film = Films.film();
    film.remove(Tag.BodyPartExamined);
    String strict = "bodyPart: {missing: refuse}";
    assertThat(refusal(film, strict)).map(NotAssessable::reason).contains(Reason.WRONG_BODY_PART);
    film.setString(Tag.StudyDescription, VR.LO, "XR knee, left");
    assertThat(refusal(film, strict)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"AP,", "PA,", "LL,WRONG_VIEW", "RLO,WRONG_VIEW", "SKYLINE,WRONG_VIEW"})
  void the_view_position_must_be_frontal(String view, Reason expected) {
    assertThat(with(Tag.ViewPosition, VR.CS, view)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void without_a_view_position_the_view_code_and_then_the_series_decide() {
    Attributes film = Films.film();
    film.remove(Tag.ViewPosition);
    assertThat(refusal(film, "")).isEmpty();
    assertThat(refusal(film, "view: {missing: refuse}"))
        .map(NotAssessable::reason)
        .contains(Reason.WRONG_VIEW);
    film.setString(Tag.SeriesDescription, VR.LO, "Knee lat");
    assertThat(refusal(film, "")).map(NotAssessable::reason).contains(Reason.WRONG_VIEW);
    film.setString(Tag.SeriesDescription, VR.LO, "Knee AP/lat");
    assertThat(refusal(film, "")).isEmpty();
    Attributes view = new Attributes();
    film.newSequence(Tag.ViewCodeSequence, 1).add(view);
    view.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
    view.setString(Tag.CodeValue, VR.SH, "399067008");
    assertThat(refusal(film, "")).map(NotAssessable::reason).contains(Reason.WRONG_VIEW);
  }

  @Test
  void sides_that_contradict_each_other_are_refused() {
    Attributes film = Films.film();
    film.setString(Tag.ImageLaterality, VR.CS, "R");
    film.setString(Tag.Laterality, VR.CS, "L");
    assertThat(refusal(film, "")).map(NotAssessable::reason).contains(Reason.LATERALITY_UNCLEAR);
    film.setString(Tag.Laterality, VR.CS, "B");
    assertThat(refusal(film, "")).isEmpty();
    film.remove(Tag.ImageLaterality);
    film.remove(Tag.Laterality);
    assertThat(refusal(film, "laterality: {missing: refuse}"))
        .map(NotAssessable::reason)
        .contains(Reason.LATERALITY_UNCLEAR);
  }

  @Test
  void the_age_limit_is_the_sites_and_the_age_is_not_told() {
    Attributes film = Films.film();
    film.setString(Tag.PatientAge, VR.AS, "049Y");
    assertThat(refusal(film, ""))
        .contains(
            new NotAssessable(
                Reason.AGE_BELOW_LIMIT, "the patient must be at least 50, found younger"));
    assertThat(refusal(film, "age: {least: 49}")).isEmpty();
    film.remove(Tag.PatientAge);
    assertThat(refusal(film, "")).isEmpty();
    assertThat(refusal(film, "age: {missing: refuse}"))
        .map(NotAssessable::reason)
        .contains(Reason.AGE_UNKNOWN);
  }

  @Test
  void pixels_that_are_not_square_are_refused() {
    Attributes film = Films.film();
    film.setString(Tag.ImagerPixelSpacing, VR.DS, "0.2", "0.1");
    assertThat(refusal(film, ""))
        .map(NotAssessable::detail)
        .contains("pixels must be square, found 0.2 by 0.1 mm");
    film.setString(Tag.ImagerPixelSpacing, VR.DS, "0.2", "0.2");
    assertThat(refusal(film, "")).isEmpty();
    film.remove(Tag.ImagerPixelSpacing);
    film.setString(Tag.PixelAspectRatio, VR.IS, "2", "1");
    assertThat(refusal(film, "")).map(NotAssessable::reason).contains(Reason.UNSUPPORTED_ENCODING);
  }

  @Test
  void writing_in_the_pixels_and_described_implants_are_refused() {
    assertThat(with(Tag.BurnedInAnnotation, VR.CS, "YES")).contains(Reason.BURNED_IN_ANNOTATION);
    assertThat(with(Tag.BurnedInAnnotation, VR.CS, "NO")).isEmpty();
    assertThat(with(Tag.SeriesDescription, VR.LO, "Knee AP post-op, TKR left"))
        .contains(Reason.IMPLANT_OR_CAST);
  }

  @Test
  void an_unknown_key_or_value_of_the_configuration_is_an_error() {
    assertThatThrownBy(() -> GateConfiguration.parse("site.yaml", "agee: {least: 40}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("unknown key agee");
    assertThatThrownBy(() -> GateConfiguration.parse("site.yaml", "age: {lest: 40}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("unknown key age.lest");
    assertThatThrownBy(() -> GateConfiguration.parse("site.yaml", "age: {least: 400}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0 to 120");
    assertThatThrownBy(() -> GateConfiguration.parse("site.yaml", "secondaryCapture: maybe"))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void every_default_is_what_the_documentation_says() {
    GateConfiguration defaults = GateConfiguration.defaults();

    assertThat(defaults.secondaryCapture()).isEqualTo(Policy.REFUSE);
    assertThat(defaults.forProcessing()).isEqualTo(Policy.REFUSE);
    assertThat(defaults.burnedInAnnotation()).isEqualTo(Policy.REFUSE);
    assertThat(defaults.wrongPolarity()).isEqualTo(Policy.ACCEPT);
    assertThat(defaults.age()).isEqualTo(new GateConfiguration.Age(50, Policy.ACCEPT));
    assertThat(defaults.laterality().missing()).isEqualTo(Policy.ACCEPT);
    assertThat(defaults.bodyPart().missing()).isEqualTo(Policy.ACCEPT);
    assertThat(defaults.view().missing()).isEqualTo(Policy.ACCEPT);
    assertThat(defaults.view().frontal().phrases()).contains("AP", "PA");
    assertThat(defaults.implantOrCast().phrases()).contains("TKR");
  }

  private static Optional<Reason> with(int tag, VR vr, String value) {
    Attributes film = Films.film();
    film.setString(tag, vr, value);
    return refusal(film, "").map(NotAssessable::reason);
  }

  private static Optional<NotAssessable> refusal(Attributes film, String site) {
    return new FilmGate(GateConfiguration.parse("site.yaml", site)).refusal(FilmHeader.of(film));
  }
}
