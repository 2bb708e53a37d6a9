package org.strnet.phantom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.strnet.decision.BoneStatus;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.Radiograph;

/**
 * A cohort of phantom films as PNG files and a cohort file.
 *
 * @param films how many, one patient each
 * @param seed from which everything follows
 * @param bits of a sample: 8 or 16
 * @param validationShare share of the films with split {@code validation}
 * @param testShare share with split {@code test}; the rest is {@code train}
 * @param site where the films are taken
 */
public record PhantomCohort(
    int films, long seed, int bits, double validationShare, double testShare, PhantomSite site) {

  /** Name of the cohort file. */
  public static final String COHORT_FILE = "cohort.csv";

  /** Folds in the column {@code fold}, used when a run does not go by split. */
  public static final int FOLDS = 5;

  private static final String[] COLUMNS = {
    "image",
    "patient",
    "bone_status",
    "bone_loss",
    "t_score",
    "age",
    "sex",
    "height_m",
    "weight_kg",
    "bmi",
    "split",
    "fold",
    "weight",
    "cx",
    "cy",
    "plateau_width",
    "fibula_side",
    "usable",
    "framing",
    "side",
    "pixel_mm"
  };

  /** Checks the ranges. */
  public PhantomCohort {
    if (films < 1 || (bits != 8 && bits != 16)) {
      throw new IllegalArgumentException(
          "at least 1 film of 8 or 16 bits, found " + films + ", " + bits);
    }
    if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare < 1)) {
      throw new IllegalArgumentException(
          "shares must not be negative and leave some to train, found %s, %s"
              .formatted(validationShare, testShare));
    }
    Objects.requireNonNull(site);
  }

  /** At the usual site. */
  public PhantomCohort(int films, long seed, int bits, double validationShare, double testShare) {
    this(films, seed, bits, validationShare, testShare, PhantomSite.USUAL);
  }

  /** Films of 8 bits, a sixth for validation and a third for test. */
  public static PhantomCohort of(int films, long seed) {
    return new PhantomCohort(films, seed, 8, 1.0 / 6, 1.0 / 3);
  }

  /** Draws one film of the cohort; number from 0. */
  public PhantomFilm film(int number) {
    return PhantomFilm.draw(seed, number, bits, site);
  }

  /**
   * Writes {@code images/pNNNN.png} and {@value #COHORT_FILE} into a folder, films in parallel; the
   * files do not depend on the number of threads. Files of these names are replaced.
   *
   * @param progress told the number of each written film, from any thread
   * @return the cohort file
   */
  public Path write(Path folder, IntConsumer progress) throws IOException {
    Files.createDirectories(folder.resolve("images"));
    List<String> rows;
    try {
      rows =
          IntStream.range(0, films)
              .parallel()
              .mapToObj(
                  number -> {
                    String row = writeFilm(folder, number);
                    progress.accept(number);
                    return row;
                  })
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Path file = folder.resolve(COHORT_FILE);
    Files.writeString(file, String.join(",", COLUMNS) + "\n" + String.join("", rows));
    return file;
  }

  private String writeFilm(Path folder, int number) {
    PhantomFilm film = film(number);
    String image = "images/p%04d.png".formatted(number);
    try {
      Path file = folder.resolve(image);
      if (!ImageIO.write(picture(film.radiograph()), "png", file.toFile())) {
        throw new IOException("no PNG writer for " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return row(image, number, film);
  }

  /** One line of the cohort file; no value holds a comma or a quote. */
  private String row(String image, int number, PhantomFilm film) {
    PhantomPatient patient = film.patient();
    KneeRegion knee = film.knees().get(0);
    return Stream.<Object>of(
            image,
            "phantom%04d".formatted(number),
            lower(patient.boneStatus()),
            patient.boneStatus() == BoneStatus.NORMAL ? 0 : 1,
            decimals(patient.tScore(), 2),
            patient.age(),
            lower(patient.sex()),
            decimals(patient.heightM(), 3),
            decimals(patient.weightKg(), 1),
            decimals(patient.bmi(), 2),
            split(number),
            number % FOLDS,
            "1",
            decimals(knee.cx(), 5),
            decimals(knee.cy(), 5),
            decimals(knee.plateauWidth(), 5),
            lower(knee.fibulaSide()),
            "yes",
            film.framing().code(),
            lower(patient.side()),
            decimals(film.pixelMm(), 4))
        .map(Object::toString)
        .collect(Collectors.joining(",", "", "\n"));
  }

  /** Spreads the shares evenly over the numbers, so that the first n films have them too. */
  String split(int number) {
    if (crosses(number, testShare)) {
      return "test";
    }
    int others = number - (int) Math.floor(number * testShare + 1e-9);
    return crosses(others, validationShare / (1 - testShare)) ? "validation" : "train";
  }

  private static boolean crosses(int number, double share) {
    return Math.floor((number + 1) * share + 1e-9) > Math.floor(number * share + 1e-9);
  }

  private static BufferedImage picture(Radiograph film) {
    boolean bytes = film.bits() == 8;
    BufferedImage image =
        new BufferedImage(
            film.width(),
            film.height(),
            bytes ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
    short[] samples = film.samples();
    if (bytes) {
      byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      for (int i = 0; i < target.length; i++) {
        target[i] = (byte) samples[i];
      }
    } else {
      short[] target = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
      System.arraycopy(samples, 0, target, 0, target.length);
    }
    return image;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String decimals(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
