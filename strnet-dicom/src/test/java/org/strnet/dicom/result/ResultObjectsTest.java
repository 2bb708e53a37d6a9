package org.strnet.dicom.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.ModelFacts;

class ResultObjectsTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final ScreenedFilm FILM = ResultCases.twoKnees(FACTS);

  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void patient_and_study_are_the_films_byte_for_byte(ResultKind kind) throws Exception {
    Attributes made = ReadBack.of(FACTS, FILM, kind);
    Attributes film = FILM.header().attributes();

    for (int tag :
        new int[] {
          Tag.SpecificCharacterSet,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.PatientAge,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.ReferringPhysicianName,
          Tag.StudyID,
          Tag.StudyDescription
        }) {
      assertThat(unpadded(made.getBytes(tag))).isEqualTo(unpadded(film.getBytes(tag)));
    }
    assertThat(made.getString(Tag.PatientName)).isEqualTo("PHANTOM^ÖNE");
  }

  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void an_object_says_who_made_it_in_a_series_of_its_own(ResultKind kind) {
    Attributes made = ReadBack.of(FACTS, FILM, kind);
    Attributes maker = made.getNestedDataset(Tag.ContributingEquipmentSequence);

    assertThat(maker.getNestedDataset(Tag.PurposeOfReferenceCodeSequence).getString(Tag.CodeValue))
        .isEqualTo("109102");
    assertThat(maker.getStrings(Tag.SoftwareVersions))
        .containsExactly("0.1.0", "cases-1", FACTS.sha256());
    assertThat(maker.getString(Tag.DeviceUID)).isEqualTo(ResultCases.device().uid());
    assertThat(made.getString(Tag.Manufacturer)).isEqualTo("STR-Net");
    assertThat(made.getString(Tag.SeriesInstanceUID))
        .isNotEqualTo(FILM.header().attributes().getString(Tag.SeriesInstanceUID));
    assertThat(made.getInt(Tag.InstanceNumber, 0)).isEqualTo(2003);
    assertThat(made.getString(Tag.InstanceCreationTime)).isEqualTo("113015.250");
  }

  @Test
  void a_film_with_a_malformed_series_number_still_gets_its_objects() {
    Attributes header = FILM.header().attributes();
    header.setString(Tag.SeriesNumber, VR.IS, "two");
    var film = new ScreenedFilm(FilmHeader.of(header), FILM.result(), FILM.sides());

    assertThat(ReadBack.of(FACTS, film, ResultKind.STRUCTURED_REPORT).getInt(Tag.InstanceNumber, 0))
        .isEqualTo(3);
  }

  @Test
  void the_same_result_made_later_has_the_same_uids() {
    Instant later = ResultCases.AT.plusSeconds(3600);

    assertThat(uids(FACTS, FILM, later)).isEqualTo(uids(FACTS, FILM, ResultCases.AT)).hasSize(4);
  }

  @Test
  void another_result_bundle_or_film_has_other_uids() {
    Set<String> first = uids(FACTS, FILM, ResultCases.AT);

    assertThat(uids(FACTS, ResultCases.flagged(FACTS), ResultCases.AT))
        .doesNotContainAnyElementsOf(first);
    assertThat(uids(ResultCases.phantomBundle(), FILM, ResultCases.AT))
        .doesNotContainAnyElementsOf(first);
    assertThat(uids(FACTS, withUid("1.2.3.4"), ResultCases.AT)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void the_same_result_of_the_same_bundle_with_zones_has_other_uids() {
    ModelFacts zoned = ResultCases.zoned();

    assertThat(zoned.sha256()).isEqualTo(FACTS.sha256());
    assertThat(uids(zoned, FILM, ResultCases.AT))
        .hasSize(4)
        .doesNotContainAnyElementsOf(uids(FACTS, FILM, ResultCases.AT));
  }

  @Test
  void films_of_one_study_share_a_series_per_kind() {
    Attributes first = ReadBack.of(FACTS, FILM, ResultKind.PAGE);
    Attributes second = ReadBack.of(FACTS, withUid("1.2.3.4"), ResultKind.PAGE);
    Attributes report = ReadBack.of(FACTS, FILM, ResultKind.STRUCTURED_REPORT);

    assertThat(second.getString(Tag.SeriesInstanceUID))
        .isEqualTo(first.getString(Tag.SeriesInstanceUID))
        .isNotEqualTo(report.getString(Tag.SeriesInstanceUID));
  }

  @Test
  void uids_are_valid_numbers_of_at_most_64_characters() {
    assertThat(uids(FACTS, FILM, ResultCases.AT))
        .allMatch(uid -> uid.length() <= 64 && uid.matches("2\\.25\\.[1-9][0-9]*"));
  }

  @Test
  void a_refused_film_has_every_object_but_the_presentation_state() {
    var film = ResultCases.refused(Reason.NO_KNEE, "a knee is needed, found none");

    assertThat(ResultObjects.of(FACTS, ResultCases.everything()).of(film, ResultCases.AT))
        .extracting(ResultObject::kind)
        .containsExactly(ResultKind.STRUCTURED_REPORT, ResultKind.PAGE, ResultKind.PDF);
  }

  @Test
  void only_the_kinds_that_are_asked_for_are_made() {
    var options = new ResultOptions(EnumSet.of(ResultKind.PDF), ResultCases.device(), false);

    assertThat(ResultObjects.of(FACTS, options).of(FILM, ResultCases.AT))
        .extracting(ResultObject::kind)
        .containsExactly(ResultKind.PDF);
  }

  @Test
  void a_film_without_a_study_is_refused_by_name() {
    Attributes header = FILM.header().attributes();
    header.remove(Tag.StudyInstanceUID);
    var film = new ScreenedFilm(FilmHeader.of(header), ResultCases.failed().result(), List.of());

    assertThatThrownBy(
            () -> ResultObjects.of(FACTS, ResultCases.everything()).of(film, ResultCases.AT))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Study Instance UID");
  }

  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void our_own_objects_are_known_by_either_sign(ResultKind kind) {
    Attributes made = ReadBack.of(FACTS, FILM, kind);
    assertThat(OwnResults.isOwn(FilmHeader.of(made))).isTrue();

    Attributes stripped = new Attributes(made);
    stripped.remove(Tag.ContributingEquipmentSequence);
    assertThat(OwnResults.isOwn(FilmHeader.of(stripped))).isTrue();

    Attributes renamed = new Attributes(made);
    renamed.setString(Tag.SeriesDescription, VR.LO, "Knee");
    assertThat(OwnResults.isOwn(FilmHeader.of(renamed))).isTrue();
  }

  @Test
  void a_film_and_another_makers_page_are_not_ours() {
    assertThat(OwnResults.isOwn(FILM.header())).isFalse();
    Attributes other = ReadBack.of(FACTS, FILM, ResultKind.PAGE);
    other.setString(Tag.SeriesDescription, VR.LO, "Page of another program");
    other
        .getNestedDataset(Tag.ContributingEquipmentSequence)
        .setString(Tag.ContributionDescription, VR.ST, "Scanned");
    assertThat(OwnResults.isOwn(FilmHeader.of(other))).isFalse();
  }

  /** Whether the toolkit has looked at a value decides if it keeps the padding. */
  private static byte[] unpadded(byte[] value) {
    boolean padded = value.length > 0 && (value[value.length - 1] & ~0x20) == 0;
    return padded ? Arrays.copyOf(value, value.length - 1) : value;
  }

  private static ScreenedFilm withUid(String uid) {
    Attributes header = FILM.header().attributes();
    header.setString(Tag.SOPInstanceUID, VR.UI, uid);
    return new ScreenedFilm(FilmHeader.of(header), FILM.result(), FILM.sides());
  }

  private static Set<String> uids(ModelFacts facts, ScreenedFilm film, Instant at) {
    return ResultObjects.of(facts, ResultCases.everything()).of(film, at).stream()
        .map(ResultObject::sopInstanceUid)
        .collect(Collectors.toSet());
  }
}
