package org.strnet.dicom.deidentification;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;

/**
 * The Basic Application Level Confidentiality Profile of PS3.15 Annex E with the Retain Patient
 * Characteristics Option. It keeps what is listed and drops everything else, private attributes,
 * overlays and free text included: an attribute that a device invents cannot slip through. UIDs,
 * patient and study numbers become pseudonyms; dates and times are dropped; an age above 89 becomes
 * 90.
 */
public final class Deidentifier {

  /** Ages above are told as 90: the very old are few. */
  public static final int HIGHEST_AGE = 89;

  /** Pixels and how they are shown, the device's kind, the examined part, body size. */
  private static final int[] KEPT =
      sorted(
          Tag.SpecificCharacterSet,
          Tag.ImageType,
          Tag.SOPClassUID,
          Tag.Modality,
          Tag.PresentationIntentType,
          Tag.Manufacturer,
          Tag.ManufacturerModelName,
          Tag.PatientSex,
          Tag.PatientSize,
          Tag.PatientWeight,
          Tag.BodyPartExamined,
          Tag.KVP,
          Tag.PositionerType,
          Tag.EstimatedRadiographicMagnificationFactor,
          Tag.ImagerPixelSpacing,
          Tag.ExposureIndex,
          Tag.TargetExposureIndex,
          Tag.DeviationIndex,
          Tag.ShutterShape,
          Tag.ShutterLeftVerticalEdge,
          Tag.ShutterRightVerticalEdge,
          Tag.ShutterUpperHorizontalEdge,
          Tag.ShutterLowerHorizontalEdge,
          Tag.CenterOfCircularShutter,
          Tag.RadiusOfCircularShutter,
          Tag.VerticesOfThePolygonalShutter,
          Tag.ViewPosition,
          Tag.DetectorType,
          Tag.PatientOrientation,
          Tag.Laterality,
          Tag.ImageLaterality,
          Tag.SamplesPerPixel,
          Tag.PhotometricInterpretation,
          Tag.NumberOfFrames,
          Tag.Rows,
          Tag.Columns,
          Tag.PixelSpacing,
          Tag.PixelAspectRatio,
          Tag.BitsAllocated,
          Tag.BitsStored,
          Tag.HighBit,
          Tag.PixelRepresentation,
          Tag.PixelPaddingValue,
          Tag.PixelPaddingRangeLimit,
          Tag.PixelIntensityRelationship,
          Tag.PixelIntensityRelationshipSign,
          Tag.WindowCenter,
          Tag.WindowWidth,
          Tag.VOILUTFunction,
          Tag.RescaleIntercept,
          Tag.RescaleSlope,
          Tag.RescaleType,
          Tag.LossyImageCompression,
          Tag.PresentationLUTShape,
          Tag.PixelData);

  /** What an item of a kept sequence may hold: codes and tables, no free text. */
  private static final int[] KEPT_IN_ITEMS =
      sorted(
          Tag.CodeValue,
          Tag.CodingSchemeDesignator,
          Tag.CodeMeaning,
          Tag.LUTDescriptor,
          Tag.LUTData,
          Tag.ModalityLUTType);

  private static final int[] SEQUENCES = {
    Tag.AnatomicRegionSequence, Tag.ViewCodeSequence, Tag.ModalityLUTSequence, Tag.VOILUTSequence
  };

  private static final int[] UIDS = {
    Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID
  };

  private final Pseudonyms pseudonyms;

  /**
   * @param pseudonyms of the site
   */
  public Deidentifier(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * The object without its patient.
   *
   * @param object not changed
   */
  public Attributes deidentified(Attributes object) {
    Attributes kept = new Attributes(object, KEPT);
    FilmHeader header = FilmHeader.of(object);
    for (int tag : SEQUENCES) {
      copyItems(header, tag, kept);
    }
    for (int tag : UIDS) {
      header.text(tag).ifPresent(uid -> kept.setString(tag, VR.UI, pseudonyms.uid(uid)));
    }
    String patient = pseudonyms.patient(header.text(Tag.PatientID).orElse(""));
    kept.setString(Tag.PatientID, VR.LO, patient);
    kept.setString(Tag.PatientName, VR.PN, patient);
    kept.setNull(Tag.PatientBirthDate, VR.DA);
    kept.setNull(Tag.StudyDate, VR.DA);
    kept.setNull(Tag.StudyTime, VR.TM);
    kept.setNull(Tag.StudyID, VR.SH);
    kept.setNull(Tag.AccessionNumber, VR.SH);
    kept.setNull(Tag.ReferringPhysicianName, VR.PN);
    kept.setNull(Tag.SeriesNumber, VR.IS);
    kept.setNull(Tag.InstanceNumber, VR.IS);
    if (object.contains(Tag.AcquisitionContextSequence)) {
      kept.newSequence(Tag.AcquisitionContextSequence, 0);
    }
    age(header)
        .ifPresent(age -> kept.setString(Tag.PatientAge, VR.AS, "%03dY".formatted((int) age)));
    statement(kept);
    return kept;
  }

  /** The toolkit takes a selection only in order, and skips what is not, without a word. */
  private static int[] sorted(int... tags) {
    return IntStream.of(tags).sorted().toArray();
  }

  private static void copyItems(FilmHeader header, int tag, Attributes kept) {
    List<Attributes> items = header.items(tag);
    if (!items.isEmpty()) {
      Sequence sequence = kept.newSequence(tag, items.size());
      items.forEach(item -> sequence.add(new Attributes(item, KEPT_IN_ITEMS)));
    }
  }

  /** The age as it may be told. */
  public static OptionalDouble age(FilmHeader header) {
    OptionalDouble age = PatientFacts.age(header);
    return age.isPresent() && age.getAsDouble() > HIGHEST_AGE
        ? OptionalDouble.of(HIGHEST_AGE + 1.0)
        : age;
  }

  /** What was done, as PS3.15 E.1.1 and CID 7050 have it. */
  private static void statement(Attributes kept) {
    kept.setString(Tag.PatientIdentityRemoved, VR.CS, "YES");
    kept.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
    kept.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, "REMOVED");
    Sequence methods = kept.newSequence(Tag.DeidentificationMethodCodeSequence, 2);
    methods.add(method("113100", "Basic Application Confidentiality Profile"));
    methods.add(method("113108", "Retain Patient Characteristics Option"));
  }

  private static Attributes method(String code, String meaning) {
    Attributes item = new Attributes();
    item.setString(Tag.CodeValue, VR.SH, code);
    item.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
    item.setString(Tag.CodeMeaning, VR.LO, meaning);
    return item;
  }
}
