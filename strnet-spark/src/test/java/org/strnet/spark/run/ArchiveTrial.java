package org.strnet.spark.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.strnet.spark.Embedded;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.film.Column;
import org.strnet.spark.film.EngineParts;
import org.strnet.spark.identity.FilmIdentities.Form;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.ledger.ArchiveSettings;
import org.strnet.spark.ledger.Ledger;
import org.strnet.spark.ledger.ResultFormat;
import org.strnet.spark.storage.Places;

/** Runs over one folder of results, and what stands in it. */
final class ArchiveTrial {

  private final Path out;
  private final ArchiveSettings settings;
  private final String gate;
  private final int batch;

  private ArchiveTrial(Path out, ArchiveSettings settings, String gate, int batch) {
    this.out = out;
    this.settings = settings;
    this.gate = gate;
    this.batch = batch;
  }

  ArchiveTrial(Path out) {
    this(out, new ArchiveSettings(ResultFormat.PARQUET, Form.HASHED), "", 1000);
  }

  static ArchiveTrial plain(Path out) {
    return new ArchiveTrial(out, new ArchiveSettings(ResultFormat.PARQUET, Form.PLAIN), "", 1000);
  }

  ArchiveTrial with(String otherGate) {
    return new ArchiveTrial(out, settings, otherGate, batch);
  }

  ArchiveTrial batch(int films) {
    return new ArchiveTrial(out, settings, gate, films);
  }

  ArchiveTrial as(ResultFormat format) {
    return new ArchiveTrial(out, new ArchiveSettings(format, settings.identifiers()), gate, batch);
  }

  /** Another folder whose films have the same keys. */
  ArchiveTrial sameKeys(Path other) throws IOException {
    folder();
    Files.createDirectories(other.resolve("_private"));
    Files.copy(out.resolve("_private/key"), other.resolve("_private/key"));
    return new ArchiveTrial(other, settings, gate, batch);
  }

  long run(Path... places) throws IOException {
    return run(Arrays.stream(places).map(Path::toString).toArray(String[]::new));
  }

  long run(String... places) throws IOException {
    ArchiveRun run =
        new ArchiveRun(Embedded.spark(), folder(), new PrintWriter(new StringWriter()));
    return run.run(
        new ArchiveRun.Request(List.of(places), engine(), version(), OptionalInt.of(batch)));
  }

  String version() throws IOException {
    return engine().version(PhantomArchive.bundle());
  }

  Ledger ledger() throws IOException {
    return folder().ledger(version());
  }

  List<org.apache.hadoop.fs.Path> batches() throws IOException {
    return ledger().committed();
  }

  List<Row> rows() throws IOException {
    return ledger().rows(Embedded.spark(), settings.format(), Column.schema()).collectAsList();
  }

  /** The rows as text in the order of their keys, without timings. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Row row : rows()) {
      StringBuilder line = new StringBuilder();
      for (Column column : Column.values()) {
        if (column != Column.READ_MS && column != Column.SCREEN_MS) {
          line.append(row.<Object>getAs(column.code())).append('|');
        }
      }
      lines.add(line.toString());
    }
    lines.sort(null);
    return lines;
  }

  Path out() {
    return out;
  }

  ArchiveFolder folder() throws IOException {
    return ArchiveFolder.open(
        Places.path(out.toString()),
        Embedded.spark().sparkContext().hadoopConfiguration(),
        settings);
  }

  private EngineParts engine() throws IOException {
    return PhantomArchive.engine(gate);
  }
}
