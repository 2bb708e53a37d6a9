package org.strnet.server.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.strnet.report.Wording;
import org.strnet.server.film.FilmRegister;

/** What made a result, and the study that it was made of. */
@Component
class ContextResources {

  private final ResourceFacts facts;
  private final FilmRegister films;
  private final String version;

  ContextResources(ResourceFacts facts, FilmRegister films, Environment environment) {
    this.films = films;
    this.facts = facts;
    version = environment.getProperty("strnet.version", "0");
  }

  /**
   * The algorithm with one bundle; the bundle's hash names it.
   *
   * @param sha256 of the bundle
   * @param bundle its name
   */
  Device device(String sha256, String bundle) {
    Device device = new Device();
    device.setId(sha256);
    device.addIdentifier(new Identifier().setSystem("urn:strnet:bundle").setValue(sha256));
    device.setStatus(FHIRDeviceStatus.ACTIVE);
    device.setManufacturer("STR-Net");
    device.addDeviceName().setName("STR-Net").setType(DeviceNameType.MANUFACTURERNAME);
    device.addDeviceName().setName(bundle).setType(DeviceNameType.MODELNAME);
    device.setType(new CodeableConcept().setText("Software that screens knee radiographs"));
    device.addVersion().setType(new CodeableConcept().setText("program")).setValue(version);
    device
        .addVersion()
        .setType(new CodeableConcept().setText("SHA-256 of the bundle"))
        .setValue(sha256);
    device.addNote().setText(Wording.RESEARCH_USE);
    return device;
  }

  /** The study of a film, by its UID, with what films here are of. */
  ImagingStudy study(ReportedFilm reported) {
    ImagingStudy study = new ImagingStudy();
    study.setId(reported.studyId());
    if (!reported.film().studyInstanceUid().isEmpty()) {
      study.addIdentifier(
          new Identifier()
              .setSystem(FhirCodes.DICOM_UID)
              .setValue("urn:oid:" + reported.film().studyInstanceUid()));
    }
    study.setStatus(ImagingStudyStatus.AVAILABLE);
    study.setSubject(facts.patient(reported.film()));
    reported.film().studyDate().ifPresent(day -> study.setStartedElement(date(day.toString())));
    StudySeries.of(films.ofStudy(reported.film().studyInstanceUid()))
        .forEach(
            series -> {
              study.addSeries(series);
              if (study.getModality().stream().noneMatch(series.getModality()::equalsDeep)) {
                study.addModality(series.getModality());
              }
            });
    return study;
  }

  private static org.hl7.fhir.r4.model.DateTimeType date(String day) {
    return new org.hl7.fhir.r4.model.DateTimeType(day);
  }
}
