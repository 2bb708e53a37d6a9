package org.strnet.dicom.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;

/** Synthetic CR objects: noise of a seed, no patient. */
public final class TestObjects {

  /** Computed Radiography Image Storage. */
  public static final String CR = "1.2.840.10008.5.1.4.1.1.1";

  /** Explicit VR Little Endian. */
  public static final String EXPLICIT = "1.2.840.10008.1.2.1";

  private static final String ROOT = "1.2.826.0.1.3680043.8.498.7.";

  private TestObjects() {}

  /** The SOP Instance UID of the object of a number. */
  public static String uid(int number) {
    return ROOT + "1." + number;
  }

  /** The attributes of a square film of 16 bit noise. */
  public static Attributes film(int number, int size, long seed) {
    Attributes film = new Attributes();
    film.setString(Tag.SOPClassUID, VR.UI, CR);
    film.setString(Tag.SOPInstanceUID, VR.UI, uid(number));
    film.setString(Tag.StudyInstanceUID, VR.UI, ROOT + "2." + number);
    film.setString(Tag.SeriesInstanceUID, VR.UI, ROOT + "3." + number);
    film.setString(Tag.Modality, VR.CS, "CR");
    film.setString(Tag.StudyDate, VR.DA, "20240102");
    film.setString(Tag.BodyPartExamined, VR.CS, "KNEE");
    film.setString(Tag.PatientName, VR.PN, "PHANTOM^" + number);
    film.setString(Tag.PatientID, VR.LO, "PHANTOM-" + number);
    film.setInt(Tag.SamplesPerPixel, VR.US, 1);
    film.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    film.setInt(Tag.Rows, VR.US, size);
    film.setInt(Tag.Columns, VR.US, size);
    film.setInt(Tag.BitsAllocated, VR.US, 16);
    film.setInt(Tag.BitsStored, VR.US, 16);
    film.setInt(Tag.HighBit, VR.US, 15);
    film.setInt(Tag.PixelRepresentation, VR.US, 0);
    byte[] pixels = new byte[2 * size * size];
    new Random(seed).nextBytes(pixels);
    film.setBytes(Tag.PixelData, VR.OW, pixels);
    return film;
  }

  /** A film as a file after PS3.10, in any syntax of native pixels. */
  public static byte[] file(Attributes film, String transferSyntax) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new ImageOutputStream(bytes, EXPLICIT)) {
      out.writeDataset(film.createFileMetaInformation(transferSyntax), film);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The small film of a number, 64 x 64, as a file. */
  public static byte[] small(int number) {
    return file(film(number, 64, number), EXPLICIT);
  }

  /** Writes films of the numbers from {@code first} on into a folder. */
  public static List<Path> write(Path folder, int first, int count, int size) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      Path file = folder.resolve("film-%05d.dcm".formatted(i));
      Files.write(file, file(film(i, size, i), EXPLICIT));
      files.add(file);
    }
    return files;
  }
}
