package org.strnet.dicom.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.Policy;
import org.strnet.dicom.grayscale.GrayscalePipeline;
import org.strnet.dicom.grayscale.Reading;
import org.strnet.dicom.grayscale.Rendering;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeResult;
import org.strnet.screening.Screener;

/**
 * Screens DICOM films: read, ask the gate, render as the header means it, screen as any picture,
 * name the sides. Safe for several threads at once when its screener is.
 */
public final class DicomScreener {

  private static final String READ_INVERTED =
      "Bone is dark on this film although its header says bright; it was read the other way round.";

  private final Screener screener;
  private final FilmGate gate;

  /**
   * @param screener screens the rendered film
   * @param gate which films the site assesses
   */
  public DicomScreener(Screener screener, FilmGate gate) {
    this.screener = screener;
    this.gate = gate;
  }

  /**
   * Screens one object.
   *
   * @param image what to call it in the result
   * @param given what is known of the patient from elsewhere; it goes before the header's values
   * @throws NotAssessableException when the file is no DICOM object or too damaged to have a header
   * @throws BadInputException when the file cannot be read at all
   */
  public ScreenedFilm screen(String image, Path file, ClinicalVariables given) {
    return screen(image, DicomFile.read(file), given);
  }

  /** The same of an object in memory. */
  public ScreenedFilm screen(String image, DicomFile object, ClinicalVariables given) {
    FilmHeader header = object.header();
    Optional<NotAssessable> refusal = gate.refusal(header);
    if (refusal.isPresent()) {
      return refused(header, image, refusal.get());
    }
    try {
      return screen(image, header, StoredImage.decode(object), patient(header, given));
    } catch (NotAssessableException e) {
      return refused(header, image, e.notAssessable());
    }
  }

  private ScreenedFilm screen(
      String image, FilmHeader header, StoredImage stored, ClinicalVariables patient) {
    Rendering stated = GrayscalePipeline.render(header, stored, Reading.AS_STATED);
    List<String> notices = new ArrayList<>(stated.notices());
    FilmResult result = screener.screen(image, stated.film(), patient);
    if (isWithoutKnee(result)) {
      // The finder knows bright bone only, so it finds no knee on a film read the wrong way round.
      Radiograph other = GrayscalePipeline.render(header, stored, Reading.INVERTED).film();
      FilmResult inverted = screener.screen(image, other, patient);
      if (!isWithoutKnee(inverted)) {
        if (gate.configuration().wrongPolarity() == Policy.REFUSE) {
          return refused(header, image, wrongPolarity());
        }
        notices.add(READ_INVERTED);
        result = inverted;
      }
    }
    KneeSides sides = new KneeSides(header);
    List<Optional<BodySide>> named = sides.of(regions(result));
    notices.addAll(sides.notices());
    return new ScreenedFilm(header, withNotices(result, notices), named);
  }

  private static FilmResult withNotices(FilmResult result, List<String> notices) {
    return result.fold(film -> film.withNotices(notices), film -> film, film -> film);
  }

  private static List<KneeRegion> regions(FilmResult result) {
    return result.fold(
        film -> film.knees().stream().map(KneeResult::region).toList(),
        film -> List.of(),
        film -> List.of());
  }

  private static boolean isWithoutKnee(FilmResult result) {
    return result.fold(film -> false, film -> film.why().reason() == Reason.NO_KNEE, film -> false);
  }

  private static ClinicalVariables patient(FilmHeader header, ClinicalVariables given) {
    ClinicalVariables known = PatientFacts.of(header);
    for (ClinicalVariable variable : ClinicalVariable.values()) {
      if (given.value(variable).isPresent()) {
        known = known.with(variable, given.value(variable).getAsDouble());
      }
    }
    return known;
  }

  private static NotAssessable wrongPolarity() {
    return new NotAssessable(
        Reason.WRONG_POLARITY,
        "bone must be bright as the header says, a knee was found only the other way round");
  }

  private static ScreenedFilm refused(FilmHeader header, String image, NotAssessable why) {
    return new ScreenedFilm(header, new FilmResult.NotAssessed(image, why), List.of());
  }
}
