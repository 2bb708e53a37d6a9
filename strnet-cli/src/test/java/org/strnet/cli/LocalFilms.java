package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.RecalibrationMethod;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Split;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.study.LocalCalibration;
import org.strnet.provenance.BadInputException;

/**
 * How many films of another site restore a bundle there: by recalibration alone, and by
 * fine-tuning. By hand: {@code LocalFilms BUNDLE SITE FOLDER DRAWS TUNED SETTINGS...}. SITE is a
 * folder of {@code strnet phantom} with films to test and films to draw local ones from (split
 * train). DRAWS pools of each size are recalibrated on, TUNED of them fine-tuned on with each file
 * of settings, whose name names the curve. Fits that FOLDER has already are not made again. Prints
 * a table and writes {@code local-films.svg}.
 */
final class LocalFilms {

  private static final int[] SIZES = {25, 50, 100, 200, 300};
  private static final double HELD_OUT = 0.3;

  /** Fewer films than a command takes unless it is told to. */
  private static final int LEAST_OF_EACH = 5;

  private final Path bundle;
  private final Path site;
  private final Path folder;
  private final Bundle released;
  private final Cohort cohort;
  private final StudyFilms pool;
  private final StudyFilms test;

  private LocalFilms(Path bundle, Path site, Path folder) throws Exception {
    this.bundle = bundle;
    this.site = site;
    this.folder = Files.createDirectories(folder);
    released = Bundle.load(bundle);
    cohort = Cohort.read(site.resolve("cohort.csv"));
    pool = SiteFilms.said(released, cohort.part(Split.TRAIN));
    test = SiteFilms.said(released, cohort.part(Split.TEST));
  }

  /**
   * @param arguments bundle, folder of the site's phantoms, folder for fits and figure, pools of
   *     each size, those fine-tuned on, files of settings
   */
  public static void main(String[] arguments) throws Exception {
    LocalFilms run =
        new LocalFilms(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    int draws = Integer.parseInt(arguments[3]);
    int tuned = Integer.parseInt(arguments[4]);
    System.out.println(
        "refused as unlike the training films: "
            + SiteFilms.refused(run.released, run.cohort.part(Split.TEST)));
    LocalFigures unchanged = LocalFigures.of(run.released.manifest(), run.test);
    System.out.println("unchanged " + unchanged);
    List<LocalRow> rows = new ArrayList<>();
    for (int size : SIZES) {
      rows.add(run.recalibrated(size, draws));
    }
    for (String settings : List.of(arguments).subList(5, arguments.length)) {
      for (int size : SIZES) {
        rows.add(run.fineTuned(size, tuned, Path.of(settings)));
      }
    }
    rows.forEach(row -> System.out.println(row.line()));
    Files.writeString(
        run.folder.resolve("local-films.svg"), new LocalFilmCurves(unchanged, rows).svg());
  }

  /** Rows of the pool, drawn without regard to anything. */
  private int[] drawn(int size, int draw) {
    List<Integer> all = IntStream.range(0, pool.size()).boxed().collect(Collectors.toList());
    Collections.shuffle(all, new Random(1000L * size + draw));
    return all.subList(0, size).stream().mapToInt(Integer::intValue).toArray();
  }

  private LocalRow recalibrated(int size, int draws) {
    List<LocalFigures> found = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      recalibrated(pool.select(drawn(size, draw))).ifPresent(found::add);
    }
    return new LocalRow("recalibrated", size, draws, found);
  }

  private Optional<LocalFigures> recalibrated(StudyFilms films) {
    BundleManifest before = released.manifest();
    LocalCalibration local =
        new LocalCalibration(
            RecalibrationMethod.INTERCEPT,
            before.operatingPoint().asked(),
            SIZES[0],
            LEAST_OF_EACH);
    LocalCalibration.Origin origin =
        new LocalCalibration.Origin(released.sha256(), cohort.sha256(), LocalDate.of(2026, 1, 1));
    try {
      return Optional.of(LocalFigures.of(local.of("local", before, films, origin), test));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  private LocalRow fineTuned(int size, int draws, Path settings) throws Exception {
    String how = settings.getFileName().toString().replace(".yaml", "");
    List<LocalFigures> found = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      Path out = folder.resolve("%s-%d-%d".formatted(how, size, draw));
      Path films = site.resolve("local-%d-%d.csv".formatted(size, draw));
      Files.writeString(films, lines(drawn(size, draw)));
      if (!Files.exists(out.resolve("bundle"))) {
        train(films, settings, out);
      }
      if (Files.exists(out.resolve("bundle"))) {
        Bundle tuned = Bundle.load(out.resolve("bundle"));
        found.add(
            LocalFigures.of(tuned.manifest(), SiteFilms.said(tuned, cohort.part(Split.TEST))));
      }
    }
    return new LocalRow(how, size, draws, found);
  }

  private void train(Path films, Path settings, Path out) {
    Execution done =
        Execution.of(
            "train", "--from", bundle, "--cohort", films, "--config", settings, "--out", out);
    System.err.println(out.getFileName() + " ended with " + done.exitCode());
    if (done.exitCode() != 0) {
      System.err.println(done.err());
    }
  }

  /** The cohort file of some films of the pool; three of ten are held out. */
  private String lines(int[] rows) throws IOException {
    List<CohortFilm> films = cohort.part(Split.TRAIN).films();
    List<String> images = IntStream.of(rows).mapToObj(films::get).map(CohortFilm::image).toList();
    Set<String> held = Set.copyOf(images.subList(0, (int) Math.round(HELD_OUT * rows.length)));
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(site.resolve("cohort.csv"))) {
      String image = line.split(",", 2)[0];
      if (image.equals("image") || images.contains(image)) {
        text.append(held.contains(image) ? line.replace(",train,", ",validation,") : line);
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** The figures of several pools of one size. */
  record LocalRow(String how, int size, int draws, List<LocalFigures> found) {

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d of %d | %s | %s | %s | %s | %s | %s |",
          how,
          size,
          found.size(),
          draws,
          cell(LocalFigures::auroc),
          cell(LocalFigures::sensitivity),
          cell(LocalFigures::specificity),
          cell(LocalFigures::tError),
          cell(LocalFigures::tCoverage),
          cell(LocalFigures::halfWidth));
    }

    private String cell(java.util.function.ToDoubleFunction<LocalFigures> figure) {
      LocalSpread spread = spread(figure);
      return String.format(
          Locale.ROOT, "%.2f (%.2f to %.2f)", spread.mean(), spread.low(), spread.high());
    }

    LocalSpread spread(java.util.function.ToDoubleFunction<LocalFigures> figure) {
      return LocalSpread.of(found.stream().mapToDouble(figure).toArray());
    }
  }
}
