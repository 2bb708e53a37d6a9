package org.strnet.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strnet.provenance.BadInputException;

/**
 * A folder with everything of a run: {@code report.html}, {@code results.csv}, {@code
 * results.jsonl} and {@code heat-maps/}.
 */
public final class ReportFolder implements AutoCloseable {

  private static final String HEAT_MAPS = "heat-maps";
  private static final int MAX_STEM = 60;

  private final Path folder;
  private final List<ResultWriter> writers = new ArrayList<>();
  private int films;

  /**
   * Makes the folder when it is missing.
   *
   * @param folder where to write
   * @param facts of the network
   * @param date of the report
   * @param force whether files of an older report may be overwritten
   * @throws BadInputException when the folder holds anything and force is off, or is a file
   */
  public ReportFolder(Path folder, ModelFacts facts, LocalDate date, boolean force)
      throws IOException {
    this.folder = folder;
    requireFree(folder, force);
    Files.createDirectories(folder.resolve(HEAT_MAPS));
    writers.add(new HtmlReport(page(), facts, date));
    writers.add(new CsvWriter(Files.newBufferedWriter(folder.resolve("results.csv")), facts));
    writers.add(
        new JsonLinesWriter(Files.newBufferedWriter(folder.resolve("results.jsonl")), facts));
  }

  /** The page to read. */
  public Path page() {
    return folder.resolve("report.html");
  }

  /**
   * Writes a film's result and its heat-maps.
   *
   * @return the result, naming the heat-maps' files
   */
  public FilmResult keep(FilmResult result) throws IOException {
    films++;
    Optional<FilmResult.Assessed> assessed =
        result.fold(Optional::of, film -> Optional.empty(), film -> Optional.empty());
    FilmResult kept = assessed.isPresent() ? withHeatMaps(assessed.get()) : result;
    for (ResultWriter writer : writers) {
      writer.write(kept);
    }
    return kept;
  }

  @Override
  public void close() throws IOException {
    for (ResultWriter writer : writers) {
      writer.close();
    }
  }

  private FilmResult withHeatMaps(FilmResult.Assessed film) throws IOException {
    List<KneeResult> knees = new ArrayList<>();
    for (KneeResult knee : film.knees()) {
      if (knee.explanation().isEmpty()) {
        knees.add(knee);
        continue;
      }
      KneeExplanation explanation = knee.explanation().get();
      Path file = folder.resolve(HEAT_MAPS).resolve(fileName(film.image(), knees.size() + 1));
      Files.write(file, explanation.picture().bytes());
      knees.add(knee.withExplanation(explanation.keptIn(file.toString())));
    }
    return film.withKnees(knees);
  }

  /** The film's number keeps apart films of one name. */
  private String fileName(String image, int knee) {
    String name = image.substring(Math.max(image.lastIndexOf('/'), image.lastIndexOf('\\')) + 1);
    String stem = name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return String.format(
        Locale.ROOT,
        "%05d-%s-knee%d.png",
        films,
        stem.substring(0, Math.min(stem.length(), MAX_STEM)),
        knee);
  }

  private static void requireFree(Path folder, boolean force) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder.toString(), "must be a folder, found a file");
    }
    try (var files = Files.list(folder)) {
      if (!force && files.findAny().isPresent()) {
        throw new BadInputException(
            folder.toString(), "must be empty; --force overwrites an older report");
      }
    }
  }
}
