package org.strnet.spark.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.bundle.Bundle;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.accuracy.AdjustedPrevalence;
import org.strnet.provenance.BadInputException;
import org.strnet.report.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet archive prevalence}. */
@Command(
    name = "prevalence",
    description = {
      "Estimates the prevalence of bone loss among films of an archive from the share to be referred,",
      "corrected for the operating point's sensitivity and specificity (Rogan and Gladen)."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PrevalenceCommand implements Callable<Integer> {

  @Mixin private ResultsOptions results = new ResultsOptions();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "The bundle the archive was screened with; the released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Bundle loaded = Bundle.load(bundle.orElseGet(ReleasedBundle::path));
    try (SparkSession spark = results.session()) {
      Row counts =
          results
              .films(spark, results.folder(spark))
              .agg(
                  count(lit(1)),
                  sum(when(col("decision").equalTo("refer"), 1L).otherwise(0L)),
                  count_distinct(col("patient")),
                  first(col("bundle_sha256"), true))
              .first();
      if (counts.getLong(0) == 0) {
        throw new BadInputException(
            "--select", "must leave at least one assessed film, found none");
      }
      requireSame(loaded, counts.getString(3));
      print(loaded.manifest().operatingPoint(), counts);
    }
    return 0;
  }

  private static void requireSame(Bundle bundle, String screenedWith) {
    if (!bundle.sha256().equals(screenedWith)) {
      throw new BadInputException(
          bundle.name(),
          "must be the bundle the archive was screened with, %s".formatted(screenedWith));
    }
  }

  private void print(OperatingPoint point, Row counts) {
    Proportion referred =
        new Proportion(Math.toIntExact(counts.getLong(1)), Math.toIntExact(counts.getLong(0)));
    AdjustedPrevalence prevalence =
        AdjustedPrevalence.of(referred, point.sensitivity(), point.specificity());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "prevalence %.3f (95 %% interval %.3f to %.3f), n = %d films, Rogan-Gladen, interval of"
            + " Lang and Reiczigel%n",
        prevalence.value(),
        prevalence.low(),
        prevalence.high(),
        referred.trials());
    out.printf(
        Locale.ROOT,
        "to be referred %.3f (%.3f to %.3f); sensitivity %d of %d, specificity %d of %d on the films"
            + " the operating point was chosen on%n",
        referred.value(),
        referred.low(),
        referred.high(),
        point.sensitivity().successes(),
        point.sensitivity().trials(),
        point.specificity().successes(),
        point.specificity().trials());
    out.printf(
        "%d patients are named; films of one patient count one by one. It holds as far as the films"
            + " are like those the operating point was chosen on.%n%s%n",
        counts.getLong(2), Wording.RESEARCH_USE);
    out.flush();
  }
}
