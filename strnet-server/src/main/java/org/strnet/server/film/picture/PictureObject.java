package org.strnet.server.film.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.ObjectFile;
import org.strnet.dicom.result.series.DerivedUid;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/**
 * A picture as a Secondary Capture Image (PS3.3 A.8.1) that says how it came to be: Conversion Type
 * DI, and this program as the capturing device. Modality is OT and there is no Presentation Intent:
 * nobody knows them any more. The same picture with the same statement gives the same identifiers.
 */
public final class PictureObject {

  private static final String MAKER = "STR-Net";
  private static final String DEVICE = "Reading room, picture handed in";
  private static final RadiographReader READER = new RadiographReader();

  private final Radiograph film;
  private final PictureStatement statement;
  private final String identity;

  private PictureObject(Radiograph film, PictureStatement statement, String identity) {
    this.film = film;
    this.statement = statement;
    this.identity = identity;
  }

  /**
   * The file of the object, Explicit VR Little Endian.
   *
   * @param picture a PNG, JPEG or TIFF file
   * @param now when it was handed in
   * @throws NotAssessableException when it is no picture, damaged, too small, coloured or without
   *     contrast
   * @throws BadInputException when it is too large
   */
  public static byte[] file(byte[] picture, PictureStatement statement, LocalDateTime now) {
    PictureSize.check(picture);
    Radiograph film = READER.read("picture", picture);
    String identity = Sha256.of(picture) + '\0' + statement.identity();
    return ObjectFile.of(new PictureObject(film, statement, identity).dataset(picture, now));
  }

  /**
   * Whether an object was made here: by the capturing device's maker and model. A mark and no
   * proof: whoever may send objects to the node could write it too.
   */
  public static boolean isOne(FilmHeader header) {
    return header.sopClassUid().equals(UID.SecondaryCaptureImageStorage)
        && header.text(Tag.SecondaryCaptureDeviceManufacturer).filter(MAKER::equals).isPresent()
        && header
            .text(Tag.SecondaryCaptureDeviceManufacturerModelName)
            .filter(DEVICE::equals)
            .isPresent();
  }

  private Attributes dataset(byte[] picture, LocalDateTime now) {
    Attributes dataset = new Attributes();
    dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    patientAndStudy(dataset);
    seriesAndEquipment(dataset, now);
    image(dataset);
    compression(dataset, picture);
    dataset.setBytes(Tag.PixelData, film.bits() == 8 ? VR.OB : VR.OW, pixels());
    return dataset;
  }

  private void patientAndStudy(Attributes dataset) {
    dataset.setNull(Tag.PatientName, VR.PN);
    dataset.setString(Tag.PatientID, VR.LO, statement.patientId());
    dataset.setNull(Tag.PatientBirthDate, VR.DA);
    dataset.setString(Tag.PatientSex, VR.CS, statement.sex().orElse(""));
    statement
        .ageYears()
        .ifPresent(age -> dataset.setString(Tag.PatientAge, VR.AS, "%03dY".formatted(age)));
    dataset.setString(Tag.StudyInstanceUID, VR.UI, uid("study"));
    dataset.setString(
        Tag.StudyDate,
        VR.DA,
        statement.takenOn().map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(""));
    dataset.setNull(Tag.StudyTime, VR.TM);
    dataset.setNull(Tag.StudyID, VR.SH);
    dataset.setNull(Tag.AccessionNumber, VR.SH);
    dataset.setNull(Tag.ReferringPhysicianName, VR.PN);
  }

  private void seriesAndEquipment(Attributes dataset, LocalDateTime now) {
    dataset.setString(Tag.Modality, VR.CS, "OT");
    dataset.setString(Tag.SeriesInstanceUID, VR.UI, uid("series"));
    dataset.setString(Tag.SeriesNumber, VR.IS, "1");
    dataset.setString(Tag.SeriesDescription, VR.LO, "Picture handed in");
    dataset.setString(Tag.BodyPartExamined, VR.CS, "KNEE");
    dataset.setString(Tag.ConversionType, VR.CS, "DI");
    dataset.setString(Tag.SecondaryCaptureDeviceManufacturer, VR.LO, MAKER);
    dataset.setString(Tag.SecondaryCaptureDeviceManufacturerModelName, VR.LO, DEVICE);
    dataset.setString(
        Tag.SecondaryCaptureDeviceSoftwareVersions, VR.LO, ObjectFile.IMPLEMENTATION_VERSION);
    dataset.setString(
        Tag.DateOfSecondaryCapture, VR.DA, DateTimeFormatter.BASIC_ISO_DATE.format(now));
    dataset.setString(
        Tag.TimeOfSecondaryCapture, VR.TM, DateTimeFormatter.ofPattern("HHmmss").format(now));
    dataset.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
    dataset.setString(Tag.SOPInstanceUID, VR.UI, uid("instance"));
    dataset.setString(Tag.InstanceNumber, VR.IS, "1");
  }

  private void image(Attributes dataset) {
    dataset.setNull(Tag.PatientOrientation, VR.CS);
    statement
        .side()
        .map(BodySide::code)
        .ifPresent(side -> dataset.setString(Tag.ImageLaterality, VR.CS, side));
    dataset.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
    dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
    dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    dataset.setInt(Tag.Rows, VR.US, film.height());
    dataset.setInt(Tag.Columns, VR.US, film.width());
    dataset.setInt(Tag.BitsAllocated, VR.US, film.bits() == 8 ? 8 : 16);
    dataset.setInt(Tag.BitsStored, VR.US, film.bits());
    dataset.setInt(Tag.HighBit, VR.US, film.bits() - 1);
    dataset.setInt(Tag.PixelRepresentation, VR.US, 0);
  }

  /** Of a JPEG it is known that something was lost (PS3.3 C.7.6.1.1.5). */
  private void compression(Attributes dataset, byte[] picture) {
    if (picture[0] != (byte) 0xff) {
      return;
    }
    double bytes = (double) film.width() * film.height();
    dataset.setString(Tag.LossyImageCompression, VR.CS, "01");
    dataset.setString(
        Tag.LossyImageCompressionRatio,
        VR.DS,
        String.format(Locale.ROOT, "%.2f", bytes / picture.length));
    dataset.setString(Tag.LossyImageCompressionMethod, VR.CS, "ISO_10918_1");
  }

  /** Row by row; of an odd number of bytes one is added (PS3.5, 8.1.1). */
  private byte[] pixels() {
    short[] samples = film.samples();
    if (film.bits() == 8) {
      byte[] bytes = new byte[samples.length + samples.length % 2];
      for (int i = 0; i < samples.length; i++) {
        bytes[i] = (byte) samples[i];
      }
      return bytes;
    }
    ByteBuffer words = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    words.asShortBuffer().put(samples);
    return words.array();
  }

  private String uid(String kind) {
    return DerivedUid.of("STR-Net picture", identity, kind);
  }
}
