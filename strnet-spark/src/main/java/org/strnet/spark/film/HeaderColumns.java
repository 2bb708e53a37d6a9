package org.strnet.spark.film;

import java.sql.Date;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.spark.identity.FilmIdentities;

/** What a header tells of a film; of the patient, a list's word goes before it. */
final class HeaderColumns {

  private final FilmIdentities identities;

  HeaderColumns(FilmIdentities identities) {
    this.identities = identities;
  }

  void fill(FilmRow row, FilmHeader header, ClinicalVariables listed) {
    row.with(Column.SOP_INSTANCE_UID, uid(header.sopInstanceUid()))
        .with(Column.STUDY_INSTANCE_UID, uid(header.studyInstanceUid()))
        .with(Column.PATIENT, header.text(Tag.PatientID).map(identities::patient))
        .with(Column.SITE, header.text(Tag.InstitutionName))
        .with(Column.DEVICE, device(header))
        .with(Column.AGE, age(header))
        .with(Column.SEX, header.code(Tag.PatientSex).filter(sex -> sex.matches("[FM]")))
        .with(Column.VIEW, header.code(Tag.ViewPosition))
        .with(
            Column.LATERALITY,
            header.code(Tag.ImageLaterality).or(() -> header.code(Tag.Laterality)));
    PatientFacts.filmDate(header)
        .ifPresent(
            day -> row.with(Column.TAKEN, Date.valueOf(day)).with(Column.YEAR, day.getYear()));
    fillListed(row, listed);
  }

  /** Fills in what a list says. */
  static void fillListed(FilmRow row, ClinicalVariables listed) {
    listed.value(ClinicalVariable.AGE).ifPresent(age -> row.with(Column.AGE, (int) age));
    listed.value(ClinicalVariable.SEX).ifPresent(sex -> row.with(Column.SEX, sex == 1 ? "F" : "M"));
  }

  private Optional<String> uid(String uid) {
    return Optional.of(uid).filter(text -> !text.isEmpty()).map(identities::uid);
  }

  private static Optional<String> device(FilmHeader header) {
    String device =
        Stream.of(Tag.Manufacturer, Tag.ManufacturerModelName)
            .flatMap(tag -> header.text(tag).stream())
            .collect(Collectors.joining(" "));
    return Optional.of(device).filter(text -> !text.isEmpty());
  }

  private static Optional<Integer> age(FilmHeader header) {
    OptionalDouble age = PatientFacts.age(header);
    return age.isPresent() ? Optional.of((int) age.getAsDouble()) : Optional.empty();
  }
}
