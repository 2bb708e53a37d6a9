package org.strnet.dicom.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.strnet.bundle.Bundle;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.Decision;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ThresholdRule;
import org.strnet.decision.ZoneLevels;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.provenance.TrainingCohort;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeLeftOut;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;

/** Films of a patient who does not exist, with results made by hand. */
public final class ResultCases {

  /** When every object is made. */
  public static final Instant AT = Instant.parse("2024-05-17T09:30:15.250Z");

  /** The film's identity. */
  public static final String FILM = "1.2.826.0.1.3680043.10.1.3";

  private static final String HASH = "0123456789abcdef".repeat(4);

  private ResultCases() {}

  /** Names of this device. */
  public static DeviceIdentity device() {
    return DeviceIdentity.of("0.1.0", "TESTSTATION");
  }

  /** Every kind of object. */
  public static ResultOptions everything() {
    return new ResultOptions(EnumSet.allOf(ResultKind.class), device(), false);
  }

  /** What the shipped bundle of phantoms says of itself. */
  public static ModelFacts phantomBundle() {
    try {
      return Bundle.load(Path.of("../models/strnet-phantom")).facts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A network for bone loss that takes age and sex. */
  public static ModelFacts boneLoss() {
    return facts(HeadTargets.boneLoss("DXA of the hip"));
  }

  /** The same network with a three-zone reading: no flag below 0.3, flag above 0.7. */
  public static ModelFacts zoned() {
    ModelFacts plain = boneLoss();
    return new ModelFacts(
        plain.bundle(),
        plain.sha256(),
        plain.targets(),
        plain.operatingPoint(),
        plain.tScoreInterval(),
        plain.clinical(),
        plain.cohort(),
        plain.figures(),
        plain.intendedUse(),
        plain.precision(),
        Optional.of(
            new ReadingZones(
                0.3, 0.7, new ZoneLevels(0.05, 0.1), 120, 180, HASH, LocalDate.of(2024, 3, 1))),
        true);
  }

  /** A control task. */
  public static ModelFacts control() {
    return facts(
        new HeadTargets(
            BinaryTarget.of("kl >= 2"),
            Optional.of(BinaryTarget.of("kl >= 3")),
            Optional.of(ContinuousTarget.of("KL grade", "grades", "reader's grade"))));
  }

  /** A network that only screens. */
  public static ModelFacts screeningOnly() {
    HeadTargets all = HeadTargets.boneLoss("none");
    return facts(new HeadTargets(all.screening(), Optional.empty(), Optional.empty()));
  }

  private static ModelFacts facts(HeadTargets targets) {
    OperatingPoint point =
        new OperatingPoint(
            0.4123456789012345,
            0.86,
            ThresholdRule.LOWER_BOUND,
            120,
            180,
            new Proportion(112, 120),
            new Proportion(90, 180),
            HASH,
            LocalDate.of(2024, 3, 1));
    return new ModelFacts(
        "cases-1",
        HASH,
        targets,
        point,
        new ConformalInterval(0.9, 1.2, 240),
        new ClinicalInput(
            new ClinicalEncoding(
                List.of(
                    new ClinicalEncoding.Column(ClinicalVariable.AGE, 61, 9),
                    new ClinicalEncoding.Column(ClinicalVariable.SEX, 0.7, 0.4),
                    new ClinicalEncoding.Column(ClinicalVariable.BMI, 27, 4))),
            ClinicalHeads.ALL),
        new TrainingCohort("drawn cohort", 900, 700, "synthetic"),
        List.of(),
        "research");
  }

  /** The header of a film of both knees. */
  public static FilmHeader header() {
    Attributes film = new Attributes();
    film.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
    film.setString(Tag.SOPClassUID, VR.UI, UID.DigitalXRayImageStorageForPresentation);
    film.setString(Tag.SOPInstanceUID, VR.UI, FILM);
    film.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.3680043.10.1.1");
    film.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.3680043.10.1.2");
    film.setString(Tag.PatientName, VR.PN, "PHANTOM^ÖNE");
    film.setString(Tag.PatientID, VR.LO, "PH-0001");
    film.setString(Tag.PatientBirthDate, VR.DA, "19580102");
    film.setString(Tag.PatientSex, VR.CS, "F");
    film.setString(Tag.PatientAge, VR.AS, "066Y");
    film.setString(Tag.StudyDate, VR.DA, "20240517");
    film.setString(Tag.StudyTime, VR.TM, "101500");
    film.setString(Tag.AccessionNumber, VR.SH, "A-77");
    film.setString(Tag.ReferringPhysicianName, VR.PN, "PHANTOM^DOCTOR");
    film.setString(Tag.StudyID, VR.SH, "S1");
    film.setString(Tag.StudyDescription, VR.LO, "Knee ap");
    film.setString(Tag.TimezoneOffsetFromUTC, VR.SH, "+0200");
    film.setString(Tag.Modality, VR.CS, "DX");
    film.setString(Tag.SeriesDescription, VR.LO, "Knee");
    film.setInt(Tag.SeriesNumber, VR.IS, 2);
    film.setInt(Tag.InstanceNumber, VR.IS, 3);
    film.setString(Tag.Manufacturer, VR.LO, "Phantom works");
    film.setString(Tag.ImageLaterality, VR.CS, "B");
    film.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    film.setInt(Tag.Rows, VR.US, 900);
    film.setInt(Tag.Columns, VR.US, 1500);
    film.setString(Tag.RescaleIntercept, VR.DS, "0");
    film.setString(Tag.RescaleSlope, VR.DS, "1");
    film.setString(Tag.RescaleType, VR.LO, "US");
    film.setString(Tag.WindowCenter, VR.DS, "2048");
    film.setString(Tag.WindowWidth, VR.DS, "4096");
    Attributes request = new Attributes();
    request.setString(Tag.RequestedProcedureID, VR.SH, "RP1");
    request.setString(Tag.RequestedProcedureDescription, VR.LO, "Knee both sides");
    film.newSequence(Tag.RequestAttributesSequence, 1).add(request);
    return FilmHeader.of(stored(film));
  }

  /** As it is read from a file. */
  private static Attributes stored(Attributes film) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new ImageOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(null, film);
      return new ImageInputStream(
              new ByteArrayInputStream(bytes.toByteArray()), UID.ExplicitVRLittleEndian)
          .readDataset(-1, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A knee with a probability; at 0.4123... it is flagged. */
  public static KneeResult knee(ModelFacts facts, double cx, double probability, double tScore) {
    KneeRegion region = KneeRegion.annotated(cx, 0.48, 0.22, FibulaSide.LEFT);
    return new KneeResult(
        region,
        probability,
        facts.targets().severity().isPresent() ? OptionalDouble.of(0.7) : OptionalDouble.empty(),
        facts.targets().tScore().isPresent()
            ? Optional.of(Estimate.of(tScore, facts.tScoreInterval()))
            : Optional.empty(),
        facts.operatingPoint().decide(probability),
        Optional.empty());
  }

  /** A film with scored knees from left to right. */
  public static ScreenedFilm assessed(List<KneeResult> knees, String... notices) {
    List<Optional<BodySide>> sides = new ArrayList<>();
    for (int i = 0; i < knees.size(); i++) {
      sides.add(Optional.of(i == 0 ? BodySide.RIGHT : BodySide.LEFT));
    }
    var result =
        new FilmResult.Assessed(
            FILM,
            knees,
            List.of(),
            Set.of(ClinicalVariable.AGE, ClinicalVariable.SEX),
            Optional.empty());
    return new ScreenedFilm(header(), result.withNotices(List.of(notices)), sides);
  }

  /** Both knees, one of them flagged. */
  public static ScreenedFilm twoKnees(ModelFacts facts) {
    return assessed(
        List.of(
            knee(facts, 0.27, 0.3141592653589793, -1.3),
            knee(facts, 0.73, 0.8765432109876543, -2.9)),
        "The film's polarity was corrected.");
  }

  /** One flagged knee. */
  public static ScreenedFilm flagged(ModelFacts facts) {
    return assessed(List.of(knee(facts, 0.5, 0.91, -2.1)));
  }

  /** One knee that is not flagged. */
  public static ScreenedFilm notFlagged(ModelFacts facts) {
    return assessed(List.of(knee(facts, 0.5, 0.12, -0.4)));
  }

  /** One scored knee and one that was left out. */
  public static ScreenedFilm leftOut(ModelFacts facts) {
    KneeRegion other = KneeRegion.annotated(0.9, 0.5, 0.2, FibulaSide.RIGHT);
    var why =
        new NotAssessable(
            NotAssessable.Reason.KNEE_CUT_OFF, "60 % of the knee must be on the film, found 41 %");
    var result =
        new FilmResult.Assessed(
            FILM,
            List.of(knee(facts, 0.4, 0.2, -0.9)),
            List.of(new KneeLeftOut(other, why)),
            Set.of(),
            Optional.empty());
    return new ScreenedFilm(header(), result, List.of(Optional.empty()));
  }

  /** A film that is refused. */
  public static ScreenedFilm refused(NotAssessable.Reason reason, String detail) {
    var result = new FilmResult.NotAssessed(FILM, new NotAssessable(reason, detail));
    return new ScreenedFilm(header(), result, List.of());
  }

  /** A film whose processing failed. */
  public static ScreenedFilm failed() {
    var result = new FilmResult.Failed(FILM, "the network ran out of memory", true);
    return new ScreenedFilm(header(), result, List.of());
  }

  /** Whether a film is to be referred. */
  static boolean isReferred(ScreenedFilm film) {
    return film.result()
        .fold(found -> found.decision() == Decision.REFER, found -> false, found -> false);
  }
}
