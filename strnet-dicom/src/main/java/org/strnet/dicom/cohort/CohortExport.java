package org.strnet.dicom.cohort;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.imageio.ImageIO;
import org.aoju.bus.image.Tag;
import org.strnet.decision.BoneStatus;
import org.strnet.dicom.deidentification.Deidentifier;
import org.strnet.dicom.deidentification.Pseudonyms;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.dicom.film.PixelSpacing;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.grayscale.GrayscalePipeline;
import org.strnet.dicom.grayscale.Reading;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

/**
 * Writes films of a hospital as a cohort: {@code images/NNNNNN.png}, 16 bits, {@code cohort.csv}
 * and {@code left-out.csv} with a reason per object that is not in it. One bad object never ends
 * the export.
 */
public final class CohortExport {

  private final FilmGate gate;
  private final DensitometryTable densitometry;
  private final int days;
  private final Pseudonyms pseudonyms;
  private final Objects objects;
  private final Set<String> seen = new HashSet<>();

  /** What is written beside the pictures. */
  public enum Objects {
    /** Nothing. */
    NONE,
    /** Each film as a de-identified DICOM object, below {@code dicom/}. */
    DEIDENTIFIED
  }

  /**
   * @param gate which films may enter the cohort
   * @param densitometry reference values
   * @param days most days between film and densitometry
   * @param pseudonyms of the site
   * @param objects whether each film is written as a DICOM object too
   */
  public CohortExport(
      FilmGate gate,
      DensitometryTable densitometry,
      int days,
      Pseudonyms pseudonyms,
      Objects objects) {
    this.objects = objects;
    this.gate = gate;
    this.densitometry = densitometry;
    this.days = days;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Exports one object.
   *
   * @param object a DICOM file
   * @param folder of the cohort; {@code images/} is made in it
   * @return the film's row, or why there is none
   */
  Exported export(Path object, Path folder, int number) throws IOException {
    try {
      DicomFile file = DicomFile.read(object);
      FilmHeader header = file.header();
      Optional<NotAssessable> refusal = gate.refusal(header);
      if (refusal.isPresent()) {
        return Exported.leftOut(code(refusal.get().reason()));
      }
      if (!seen.add(header.sopInstanceUid())) {
        return Exported.leftOut("duplicate");
      }
      Optional<Match> match = match(header);
      if (match.isEmpty()) {
        return Exported.leftOut("no_densitometry");
      }
      StoredImage stored = StoredImage.decode(file);
      Radiograph film = GrayscalePipeline.render(header, stored, Reading.AS_STATED).film();
      String image = "images/%06d.png".formatted(number);
      Files.createDirectories(folder.resolve("images"));
      write(film, folder.resolve(image));
      if (objects == Objects.DEIDENTIFIED) {
        Path folderOfObjects = Files.createDirectories(folder.resolve("dicom"));
        Files.write(
            folderOfObjects.resolve("%06d.dcm".formatted(number)),
            DeidentifiedFile.of(header, stored, new Deidentifier(pseudonyms)));
      }
      return Exported.film(new ExportedFilm(row(image, header, match.get())));
    } catch (NotAssessableException e) {
      return Exported.leftOut(code(e.notAssessable().reason()));
    }
  }

  private record Match(Densitometry measured, long days) {}

  private Optional<Match> match(FilmHeader header) {
    Optional<String> patient = header.text(Tag.PatientID);
    Optional<LocalDate> date = PatientFacts.filmDate(header);
    if (patient.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    return densitometry
        .nearest(patient.get(), date.get(), days)
        .map(measured -> new Match(measured, ChronoUnit.DAYS.between(date.get(), measured.date())));
  }

  private Map<String, String> row(String image, FilmHeader header, Match match) {
    Map<String, String> row = new HashMap<>(match.measured().more());
    BoneStatus status = BoneStatus.ofTScore(match.measured().tScore());
    row.put("image", image);
    row.put("patient", pseudonyms.patient(header.text(Tag.PatientID).orElse("")));
    row.put("bone_status", status.name().toLowerCase(Locale.ROOT));
    row.put("bone_loss", status == BoneStatus.NORMAL ? "0" : "1");
    row.put("t_score", decimals(OptionalDouble.of(match.measured().tScore()), 2));
    row.put("age", decimals(Deidentifier.age(header), 0));
    ClinicalVariables known = PatientFacts.of(header);
    OptionalDouble sex = known.value(ClinicalVariable.SEX);
    row.put("sex", sex.isEmpty() ? "" : sex.getAsDouble() == 1 ? "female" : "male");
    row.put("bmi", decimals(known.value(ClinicalVariable.BMI), 2));
    boolean sized = known.value(ClinicalVariable.BMI).isPresent();
    row.put("height_m", sized ? decimals(header.number(Tag.PatientSize), 3) : "");
    row.put("weight_kg", sized ? decimals(header.number(Tag.PatientWeight), 1) : "");
    row.put(
        "side", header.code(Tag.ImageLaterality).or(() -> header.code(Tag.Laterality)).orElse(""));
    row.put("view", header.code(Tag.ViewPosition).orElse(""));
    row.put("manufacturer", header.text(Tag.Manufacturer).orElse(""));
    row.put("model", header.text(Tag.ManufacturerModelName).orElse(""));
    Optional<PixelSpacing> spacing = PixelSpacing.of(header);
    row.put("pixel_mm", spacing.map(s -> decimals(OptionalDouble.of(s.columnMm()), 4)).orElse(""));
    row.put("densitometry_days", String.valueOf(match.days()));
    return row;
  }

  private static void write(Radiograph film, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_USHORT_GRAY);
    short[] target = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    short[] samples = film.samples();
    int shift = 16 - film.bits();
    for (int i = 0; i < samples.length; i++) {
      target[i] = (short) (samples[i] << shift);
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no PNG writer");
    }
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static String decimals(OptionalDouble value, int places) {
    return value.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%." + places + "f", value.getAsDouble());
  }
}
