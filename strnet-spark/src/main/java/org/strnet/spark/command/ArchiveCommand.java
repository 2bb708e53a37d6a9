package org.strnet.spark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.film.ToolkitImageReaders;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.film.Column;
import org.strnet.spark.film.EngineParts;
import org.strnet.spark.identity.FilmIdentities.Form;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.ledger.ArchiveSettings;
import org.strnet.spark.ledger.ResultFormat;
import org.strnet.spark.ledger.RunClaim;
import org.strnet.spark.run.ArchiveRun;
import org.strnet.spark.storage.Places;
import org.strnet.spark.summary.ArchiveSummary;
import org.strnet.spark.summary.ReferenceScores;
import org.strnet.spark.summary.SummaryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet archive}. */
@Command(
    name = "archive",
    description = {
      "Screens an archive of films on Apache Spark: embedded, or on a cluster.",
      "Started again, it goes on where it ended, and screens only films that are new.",
      "Research use only; \"not flagged\" does not rule out bone loss."
    },
    footer = {"", "Afterwards: strnet archive cohort --help, strnet archive prevalence --help."},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ArchiveCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "PLACE",
      description =
          "Folders of films (local, hdfs://, s3a://), a DICOMDIR, a CSV or Parquet list with a"
              + " column 'path', a DICOMweb archive"
              + " (https://HOST/dicom-web?StudyDate=20190101-20191231&Modality=DX, or the pulls of"
              + " a node's FILE.yaml), films.")
  private List<String> places = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the results, empty or begun by this command.")
  private String out = "";

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Bundle to screen with, a folder or a zip; the released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--master",
      paramLabel = "MASTER",
      description = "Spark's master; local[*] by default: this machine, all cores.")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Rows as ${COMPLETION-CANDIDATES}; PARQUET by default.")
  private ResultFormat format = ResultFormat.PARQUET;

  @Option(
      names = "--identifiers",
      paramLabel = "FORM",
      description = "Paths, patients and UIDs as ${COMPLETION-CANDIDATES}; HASHED by default.")
  private Form identifiers = Form.HASHED;

  @Option(
      names = "--gate",
      paramLabel = "FILE.yaml",
      description = "Which DICOM films are assessed: age limit, words for body part and view.")
  private Optional<Path> gate = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "About how many films are committed at once; 20000 to 500000 by default.")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark's, such as spark.executor.memory=2g.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--reference",
      paramLabel = "FILE.csv",
      description = "Scores that the summary compares with: a study's predictions.csv.")
  private Optional<String> reference = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (batch.isPresent() && batch.get() < 1) {
      throw new BadInputException("--batch", "must be at least 1, found " + batch.get());
    }
    ToolkitImageReaders.withdraw();
    Path used = bundle.orElseGet(ReleasedBundle::path);
    Bundle loaded = Bundle.load(used);
    EngineParts engine = EngineParts.of(used, loaded, gateText());
    PrintWriter err = spec.commandLine().getErr();
    try (SparkSession spark = ArchiveSession.open(master, settings)) {
      spark.sparkContext().uiWebUrl().foreach(url -> line(err, "Spark's own page: " + url));
      screen(spark, engine, loaded, err);
    }
    return 0;
  }

  private void screen(SparkSession spark, EngineParts engine, Bundle loaded, PrintWriter err)
      throws IOException {
    String version = engine.version(loaded);
    ArchiveSettings held = new ArchiveSettings(format, identifiers);
    ArchiveFolder folder =
        ArchiveFolder.open(Places.path(out), spark.sparkContext().hadoopConfiguration(), held);
    OptionalInt size = batch.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    Optional<ReferenceScores> scores = reference.map(file -> ReferenceScores.read(spark, file));
    try (RunClaim claim = RunClaim.of(folder, Clock.systemUTC())) {
      long films =
          new ArchiveRun(spark, folder, err)
              .run(new ArchiveRun.Request(places, engine, version, size));
      line(err, "%d films screened, version %s".formatted(films, version));
      Dataset<Row> rows = folder.ledger(version).rows(spark, format, Column.schema());
      SummaryPage page = new SummaryPage(loaded.facts(), version, ArchiveSummary.of(rows, scores));
      var place = folder.beside("summary-" + version + ".html");
      folder.write(place, page.html().getBytes(StandardCharsets.UTF_8));
      line(spec.commandLine().getOut(), place.toString());
    }
  }

  /** The gate's file as it is, once it is known to be one. */
  private String gateText() throws IOException {
    if (gate.isEmpty()) {
      return "";
    }
    GateConfiguration.read(gate.get());
    return Files.readString(gate.get(), StandardCharsets.UTF_8);
  }

  private static Object line(PrintWriter err, String text) {
    err.println(text);
    err.flush();
    return text;
  }
}
