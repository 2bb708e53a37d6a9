package org.strnet.spark.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.cohort.FilmSelection;
import org.strnet.spark.film.Column;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.storage.Places;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which films of which results a command is about. */
final class ResultsOptions {

  @Parameters(index = "0", paramLabel = "RESULTS", description = "Folder that archive wrote.")
  private String results = "";

  @Option(
      names = "--select",
      paramLabel = "CONDITION",
      description =
          "Condition over the columns in Spark's SQL, such as \"age >= 60 and sex = 'F' and"
              + " p_bone_loss between 0.4 and 0.6\"; all assessed films by default.")
  private String select = FilmSelection.ALL.expression();

  @Option(
      names = "--results-version",
      paramLabel = "NAME",
      description = "Which version of the results; needed where there are several.")
  private Optional<String> version = Optional.empty();

  @Option(
      names = "--master",
      paramLabel = "MASTER",
      description = "Spark's master; local[*] by default.")
  private Optional<String> master = Optional.empty();

  @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A setting of Spark's.")
  private Map<String, String> settings = new LinkedHashMap<>();

  SparkSession session() {
    return ArchiveSession.open(master, settings);
  }

  ArchiveFolder folder(SparkSession spark) throws IOException {
    return ArchiveFolder.existing(Places.path(results), spark.sparkContext().hadoopConfiguration());
  }

  /** The selected films that were assessed. */
  Dataset<Row> films(SparkSession spark, ArchiveFolder folder) throws IOException {
    Dataset<Row> rows =
        folder.ledger(version(folder)).rows(spark, folder.settings().format(), Column.schema());
    return new FilmSelection(select).of(rows);
  }

  private String version(ArchiveFolder folder) throws IOException {
    List<String> versions = folder.versions();
    if (version.isPresent() && !versions.contains(version.get())) {
      throw new BadInputException(
          "--results-version", "must be one of %s, found %s".formatted(versions, version.get()));
    }
    if (version.isEmpty() && versions.size() != 1) {
      throw new BadInputException(
          results, "holds the versions %s: name one with --results-version".formatted(versions));
    }
    return version.orElseGet(() -> versions.get(0));
  }
}
