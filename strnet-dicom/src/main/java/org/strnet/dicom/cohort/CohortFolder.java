package org.strnet.dicom.cohort;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The folder of an exported cohort. */
public final class CohortFolder {

  private CohortFolder() {}

  /**
   * Exports objects into a folder.
   *
   * @param folder that does not hold a cohort yet
   * @param progress told after each object
   * @return how many films were exported, under an empty name, and how many objects were left out
   *     for each reason
   */
  public static Map<String, Integer> write(
      CohortExport export,
      DensitometryTable densitometry,
      List<Path> objects,
      Path folder,
      Runnable progress)
      throws IOException {
    Files.createDirectories(folder);
    List<String> columns = new ArrayList<>(ExportedFilm.COLUMNS);
    columns.addAll(new TreeSet<>(densitometry.moreColumns()));
    columns = columns.stream().distinct().toList();
    Map<String, Integer> counts = new TreeMap<>();
    try (CSVPrinter films = printer(folder.resolve("cohort.csv"), columns);
        CSVPrinter leftOut = printer(folder.resolve("left-out.csv"), List.of("number", "reason"))) {
      for (int number = 0; number < objects.size(); number++) {
        Exported exported = export.export(objects.get(number), folder, number);
        if (exported.film().isPresent()) {
          Map<String, String> values = exported.film().get().values();
          films.printRecord(columns.stream().map(column -> values.getOrDefault(column, "")));
        } else {
          leftOut.printRecord(number, exported.leftOut().orElseThrow());
        }
        counts.merge(exported.leftOut().orElse(""), 1, Integer::sum);
        progress.run();
      }
    }
    return counts;
  }

  private static CSVPrinter printer(Path file, List<String> header) throws IOException {
    BufferedWriter writer =
        Files.newBufferedWriter(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    return new CSVPrinter(
        writer,
        CSVFormat.RFC4180
            .builder()
            .setHeader(header.toArray(String[]::new))
            .setRecordSeparator('\n')
            .get());
  }
}
