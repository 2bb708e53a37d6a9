package org.strnet.dicom.phantom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.ObjectFile;
import org.strnet.phantom.PhantomFilm;
import org.strnet.phantom.PhantomPatient;
import org.strnet.phantom.PhantomSite;
import org.strnet.radiograph.Radiograph;

/**
 * A phantom film as a Digital X-Ray image for presentation (PS3.3 A.26). Equal seeds and numbers
 * give equal objects, identifiers included.
 */
public final class PhantomObject {

  private static final String STUDY_DATE = "20260105";
  private static final String STUDY_TIME = "090000";

  /** Focus to detector over focus to patient, as a knee on a table has it. */
  private static final double MAGNIFICATION = 1.1;

  private final PhantomFilm film;
  private final String name;

  private PhantomObject(PhantomFilm film, String name) {
    this.film = film;
    this.name = name;
  }

  /**
   * Draws a film as an object.
   *
   * @param seed of the cohort
   * @param number of the film in it, from 0
   * @return a data set with its pixels, 12 bits in 16
   */
  public static Attributes draw(long seed, int number) {
    return draw(seed, number, PhantomSite.USUAL);
  }

  /** Draws a film of a site as an object; another site's object of the same number is another. */
  public static Attributes draw(long seed, int number, PhantomSite site) {
    String name = seed + "/" + number + (site.equals(PhantomSite.USUAL) ? "" : "/" + site);
    return new PhantomObject(PhantomFilm.draw(seed, number, 12, site), name).dataset(number);
  }

  /** A film that was drawn, with identifiers from its cohort's seed and its number. */
  public static Attributes of(PhantomFilm film, long seed, int number) {
    return new PhantomObject(film, seed + "/" + number).dataset(number);
  }

  /** The object as a file after PS3.10, Explicit VR Little Endian. */
  public static byte[] file(Attributes dataset) {
    return ObjectFile.of(dataset);
  }

  private Attributes dataset(int number) {
    Attributes dataset = new Attributes();
    patientAndStudy(dataset, number);
    seriesAndEquipment(dataset);
    anatomy(dataset);
    device(dataset);
    image(dataset);
    return dataset;
  }

  private void patientAndStudy(Attributes dataset, int number) {
    PhantomPatient patient = film.patient();
    dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
    dataset.setString(Tag.PatientName, VR.PN, "PHANTOM^%04d".formatted(number));
    dataset.setString(Tag.PatientID, VR.LO, "PHANTOM%04d".formatted(number));
    dataset.setString(Tag.PatientBirthDate, VR.DA, "%04d0101".formatted(2026 - patient.age()));
    dataset.setString(
        Tag.PatientSex, VR.CS, patient.sex() == PhantomPatient.Sex.FEMALE ? "F" : "M");
    dataset.setString(Tag.PatientAge, VR.AS, "%03dY".formatted(patient.age()));
    dataset.setString(Tag.PatientSize, VR.DS, decimals(patient.heightM(), 3));
    dataset.setString(Tag.PatientWeight, VR.DS, decimals(patient.weightKg(), 1));
    dataset.setString(Tag.StudyInstanceUID, VR.UI, uid("study"));
    dataset.setString(Tag.StudyDate, VR.DA, STUDY_DATE);
    dataset.setString(Tag.StudyTime, VR.TM, STUDY_TIME);
    dataset.setString(Tag.StudyID, VR.SH, "1");
    dataset.setString(Tag.AccessionNumber, VR.SH, "A%04d".formatted(number));
    dataset.setString(Tag.ReferringPhysicianName, VR.PN, "");
    dataset.setString(Tag.StudyDescription, VR.LO, "Knee");
  }

  private void seriesAndEquipment(Attributes dataset) {
    dataset.setString(Tag.Modality, VR.CS, "DX");
    dataset.setString(Tag.SeriesInstanceUID, VR.UI, uid("series"));
    dataset.setString(Tag.SeriesNumber, VR.IS, "1");
    dataset.setString(Tag.SeriesDate, VR.DA, STUDY_DATE);
    dataset.setString(Tag.SeriesTime, VR.TM, STUDY_TIME);
    dataset.setString(Tag.SeriesDescription, VR.LO, "Knee AP");
    dataset.setString(Tag.PresentationIntentType, VR.CS, "FOR PRESENTATION");
    dataset.setString(Tag.Manufacturer, VR.LO, "STR-Net");
    dataset.setString(Tag.ManufacturerModelName, VR.LO, "Phantom films");
    dataset.setString(Tag.SOPClassUID, VR.UI, UID.DigitalXRayImageStorageForPresentation);
    dataset.setString(Tag.SOPInstanceUID, VR.UI, uid("instance"));
    dataset.setString(Tag.InstanceNumber, VR.IS, "1");
    dataset.setString(Tag.ContentDate, VR.DA, STUDY_DATE);
    dataset.setString(Tag.ContentTime, VR.TM, STUDY_TIME);
    dataset.setString(Tag.AcquisitionDate, VR.DA, STUDY_DATE);
    dataset.setString(Tag.AcquisitionTime, VR.TM, STUDY_TIME);
  }

  private void anatomy(Attributes dataset) {
    boolean both = film.knees().size() > 1;
    boolean left = film.patient().side() == PhantomPatient.BodySide.LEFT;
    dataset.setString(Tag.BodyPartExamined, VR.CS, "KNEE");
    dataset.setString(Tag.ImageLaterality, VR.CS, both ? "B" : left ? "L" : "R");
    dataset.setString(Tag.ViewPosition, VR.CS, "AP");
    dataset.setString(Tag.PatientOrientation, VR.CS, "L", "F");
    code(dataset, Tag.AnatomicRegionSequence, "72696002", "Knee");
    code(dataset, Tag.ViewCodeSequence, "399348003", "antero-posterior");
    dataset.newSequence(Tag.AcquisitionContextSequence, 0);
  }

  private void device(Attributes dataset) {
    String spacing = decimals(film.pixelMm() * MAGNIFICATION, 4);
    dataset.setString(Tag.DetectorType, VR.CS, "SCINTILLATOR");
    dataset.setString(Tag.ImagerPixelSpacing, VR.DS, spacing, spacing);
    dataset.setString(
        Tag.EstimatedRadiographicMagnificationFactor, VR.DS, decimals(MAGNIFICATION, 2));
    dataset.setString(Tag.PositionerType, VR.CS, "NONE");
    dataset.setString(Tag.KVP, VR.DS, "60");
  }

  private void image(Attributes dataset) {
    Radiograph radiograph = film.radiograph();
    dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "");
    dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
    dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    dataset.setInt(Tag.Rows, VR.US, radiograph.height());
    dataset.setInt(Tag.Columns, VR.US, radiograph.width());
    dataset.setInt(Tag.BitsAllocated, VR.US, 16);
    dataset.setInt(Tag.BitsStored, VR.US, radiograph.bits());
    dataset.setInt(Tag.HighBit, VR.US, radiograph.bits() - 1);
    dataset.setInt(Tag.PixelRepresentation, VR.US, 0);
    dataset.setString(Tag.PixelIntensityRelationship, VR.CS, "LOG");
    dataset.setInt(Tag.PixelIntensityRelationshipSign, VR.SS, -1);
    dataset.setString(Tag.RescaleIntercept, VR.DS, "0");
    dataset.setString(Tag.RescaleSlope, VR.DS, "1");
    dataset.setString(Tag.RescaleType, VR.LO, "US");
    dataset.setString(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
    dataset.setString(Tag.LossyImageCompression, VR.CS, "00");
    dataset.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
    int levels = 1 << radiograph.bits();
    dataset.setString(Tag.WindowCenter, VR.DS, String.valueOf(levels / 2));
    dataset.setString(Tag.WindowWidth, VR.DS, String.valueOf(levels));
    dataset.setBytes(Tag.PixelData, VR.OW, words(radiograph));
  }

  private static byte[] words(Radiograph radiograph) {
    short[] samples = radiograph.samples();
    ByteBuffer words = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    words.asShortBuffer().put(samples);
    return words.array();
  }

  private static void code(Attributes dataset, int tag, String value, String meaning) {
    Sequence sequence = dataset.newSequence(tag, 1);
    Attributes item = new Attributes();
    item.setString(Tag.CodeValue, VR.SH, value);
    item.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
    item.setString(Tag.CodeMeaning, VR.LO, meaning);
    sequence.add(item);
  }

  /** A UID from a name (PS3.5 B.2): 2.25 and a UUID as one number. */
  private String uid(String kind) {
    UUID uuid =
        UUID.nameUUIDFromBytes(
            ("STR-Net phantom " + name + "/" + kind).getBytes(StandardCharsets.UTF_8));
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  private static String decimals(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
