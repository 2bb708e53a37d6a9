package org.strnet.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.film.ObjectFile;
import org.strnet.dicom.phantom.PhantomObject;
import org.strnet.spark.film.EngineParts;

/** A small archive: phantom films, copies, and files that are no films. */
public final class PhantomArchive {

  /** Files of {@link #write}. */
  public static final int FILES = 12;

  private static final Path BUNDLE = Path.of("..", "models", "strnet-phantom");
  private static final long SEED = 7;

  private PhantomArchive() {}

  /** Writes six films, two copies, and four files that cannot be assessed. */
  public static Path write(Path folder) throws IOException {
    Path year = Files.createDirectories(folder.resolve("a/2019"));
    for (int number = 0; number < 6; number++) {
      film(year, number);
    }
    Files.copy(year.resolve("film0.dcm"), folder.resolve("copy-of-0.dcm"));
    Attributes otherUid = drawn(1);
    otherUid.setString(Tag.SOPInstanceUID, VR.UI, "2.25.99");
    Files.write(folder.resolve("pixels-of-1.dcm"), ObjectFile.of(otherUid));
    byte[] film = Files.readAllBytes(year.resolve("film2.dcm"));
    Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(film, film.length / 2));
    Files.writeString(folder.resolve("letter"), "Dear colleague", StandardCharsets.UTF_8);
    Files.write(folder.resolve("empty.png"), new byte[0]);
    Attributes chest = drawn(3);
    chest.setString(Tag.SOPInstanceUID, VR.UI, "2.25.98");
    chest.setString(Tag.BodyPartExamined, VR.CS, "CHEST");
    Files.write(folder.resolve("chest.dcm"), ObjectFile.of(chest));
    Files.writeString(folder.resolve("notes.csv"), "a document\n", StandardCharsets.UTF_8);
    return folder;
  }

  /** Writes one more film. */
  public static Path film(Path folder, int number) throws IOException {
    return Files.write(folder.resolve("film" + number + ".dcm"), ObjectFile.of(drawn(number)));
  }

  /** A film of somebody old enough to be assessed. */
  private static Attributes drawn(int number) {
    Attributes film = PhantomObject.draw(SEED, number);
    film.setString(Tag.PatientAge, VR.AS, "07%dY".formatted(number));
    return film;
  }

  /** The bundle that was fitted on phantoms. */
  public static Path bundlePath() {
    return BUNDLE;
  }

  /** The same, read. */
  public static Bundle bundle() throws IOException {
    return Bundle.load(BUNDLE);
  }

  /** What executors are sent. */
  public static EngineParts engine(String gate) throws IOException {
    return EngineParts.of(BUNDLE, bundle(), gate);
  }
}
