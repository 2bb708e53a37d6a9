package org.strnet.spark.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.cohort.CohortFile;
import org.strnet.spark.cohort.ScoreStrata;
import org.strnet.spark.inventory.Inventory;
import org.strnet.spark.ledger.ArchiveFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet archive cohort}. */
@Command(
    name = "cohort",
    description = {
      "Writes films of an archive that was screened as a cohort file, all that fulfil a condition or",
      "a sample drawn evenly over the scores.",
      "Research use only; the file names films and patients as the results do."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CohortCommand implements Callable<Integer> {

  @Mixin private ResultsOptions results = new ResultsOptions();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PLACE",
      description = "The places that were screened: results know films by their keys alone.")
  private List<String> places = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "A new file.")
  private Path out = Path.of("");

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "About so many films, equally many of each band of scores.")
  private Optional<Integer> sample = Optional.empty();

  @Option(
      names = "--bands",
      paramLabel = "N",
      description = "Bands of scores of equal width; ${DEFAULT-VALUE} by default.")
  private int bands = 5;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Equal seeds draw equal films; ${DEFAULT-VALUE} by default.")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = results.session()) {
      ArchiveFolder folder = results.folder(spark);
      Dataset<Row> films = drawn(results.films(spark, folder));
      Dataset<Row> inventory = new Inventory(spark, folder.identities()).of(places);
      long written = CohortFile.write(films, inventory, out);
      spec.commandLine().getErr().printf("%d films%n", written);
      spec.commandLine().getOut().println(out);
      spec.commandLine().getErr().flush();
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private Dataset<Row> drawn(Dataset<Row> films) {
    if (sample.isEmpty()) {
      return films;
    }
    try {
      return new ScoreStrata(sample.get(), bands, seed).of(films);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--sample", String.valueOf(e.getMessage()), e);
    }
  }
}
