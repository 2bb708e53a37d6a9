package org.strnet.dicom.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Writes the kept corpus of malformed objects: {@code MalformedObjects FOLDER}. */
final class MalformedObjects {

  private MalformedObjects() {}

  /** Writes the files. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    byte[] whole = Films.file(small());
    write(folder, "whole", whole);
    write(folder, "implicit", Films.file(small(), UID.ImplicitVRLittleEndian));
    write(folder, "big-endian", Films.file(small(), UID.ExplicitVRBigEndianRetired));
    write(folder, "deflated", Films.file(small(), UID.DeflatedExplicitVRLittleEndian));
    write(folder, "bare", Arrays.copyOfRange(whole, 132, whole.length));
    write(folder, "cut-in-header", Arrays.copyOf(whole, 300));
    write(folder, "cut-in-pixels", Arrays.copyOf(whole, whole.length - 100));
    write(folder, "prefix-only", Arrays.copyOf(whole, 132));
    write(folder, "empty", new byte[0]);
    byte[] endless = whole.clone();
    Arrays.fill(endless, whole.length - 8196, whole.length - 8192, (byte) 0x7f);
    write(folder, "pixel-length-2-gigabytes", endless);
    Attributes fragments = small();
    fragments.remove(Tag.PixelData);
    fragments.newFragments(Tag.PixelData, VR.OB, 1).add(new byte[0]);
    write(folder, "no-fragment", Films.file(fragments, "1.2.840.10008.1.2.4.70"));
    write(folder, "native-pixels-called-jpeg", Films.file(small(), "1.2.840.10008.1.2.4.70"));
    Attributes giant = small();
    giant.setInt(Tag.Rows, VR.US, 65535);
    giant.setInt(Tag.Columns, VR.US, 65535);
    write(folder, "65535-by-65535", Films.file(giant));
    write(folder, "nested-sequences", nested());
  }

  private static Attributes small() {
    Attributes film = Films.film();
    film.setString(Tag.PatientID, VR.LO, "NOBODY");
    return film;
  }

  private static byte[] nested() {
    Attributes outer = small();
    Attributes inner = outer;
    for (int depth = 0; depth < 100; depth++) {
      Attributes next = new Attributes();
      inner.newSequence(Tag.ReferencedImageSequence, 1).add(next);
      inner = next;
    }
    return Films.file(outer);
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name + ".dcm"), bytes);
  }
}
