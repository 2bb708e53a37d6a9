package org.strnet.server.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.strnet.server.film.Film;

/**
 * Series and instances of a study, those that films here are of; an archive may have more. FHIR
 * wants the modality of a series and the class of an object: where a film did not say, or came
 * before this was kept, it is left out.
 */
final class StudySeries {

  private static final String URI = "urn:ietf:rfc:3986";
  private static final String UID = "[0-9.]{1,64}";

  private StudySeries() {}

  /** Series by their UID, with the films of each. */
  static Collection<ImagingStudySeriesComponent> of(List<Film> films) {
    Map<String, ImagingStudySeriesComponent> series = new TreeMap<>();
    for (Film film : films) {
      if (isKnown(film)) {
        series
            .computeIfAbsent(film.seriesInstanceUid(), uid -> series(film))
            .addInstance(instance(film));
      }
    }
    return series.values();
  }

  private static boolean isKnown(Film film) {
    return film.seriesInstanceUid().matches(UID)
        && film.sopInstanceUid().matches(UID)
        && film.sopClassUid().matches(UID)
        && film.modality().matches("[A-Z0-9_]{1,16}");
  }

  private static ImagingStudySeriesComponent series(Film film) {
    return new ImagingStudySeriesComponent()
        .setUid(film.seriesInstanceUid())
        .setModality(new Coding().setSystem(FhirCodes.DICOM).setCode(film.modality()));
  }

  private static ImagingStudySeriesInstanceComponent instance(Film film) {
    return new ImagingStudySeriesInstanceComponent()
        .setUid(film.sopInstanceUid())
        .setSopClass(new Coding().setSystem(URI).setCode("urn:oid:" + film.sopClassUid()));
  }
}
