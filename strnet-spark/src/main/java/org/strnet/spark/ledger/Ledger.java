package org.strnet.spark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The committed batches of one version. A batch is renamed into its place and then marked; one
 * without its mark is a run's that ended there, and is removed by the next. The mark comes last
 * because some storages rename a folder file by file.
 */
public final class Ledger {

  private static final String BATCH = "batch=";
  private static final String COMMITTED = "_COMMITTED";

  private final ArchiveFolder folder;
  private final Path version;
  private Optional<List<Path>> known = Optional.empty();

  Ledger(ArchiveFolder folder, Path version) {
    this.folder = folder;
    this.version = version;
  }

  /** Removes batches that a run did not get to commit. */
  public void removeUncommitted() throws IOException {
    for (FileStatus batch : folder.entries(version)) {
      if (!isCommitted(batch.getPath())) {
        folder.remove(batch.getPath());
      }
    }
  }

  /**
   * Folders of the committed batches, oldest first; listed once, since one run writes at a time.
   */
  public List<Path> committed() throws IOException {
    if (known.isEmpty()) {
      List<Path> batches = new ArrayList<>();
      for (FileStatus batch : folder.entries(version)) {
        if (isCommitted(batch.getPath())) {
          batches.add(batch.getPath());
        }
      }
      known = Optional.of(batches);
    }
    return List.copyOf(known.get());
  }

  /** The rows of the committed batches; none before the first. */
  public Dataset<Row> rows(SparkSession spark, ResultFormat format, StructType schema)
      throws IOException {
    List<Path> batches = committed();
    return batches.isEmpty()
        ? spark.createDataFrame(List.of(), schema)
        : format.read(spark, schema, batches, version);
  }

  /** Commits a batch that was written aside, under the next number. */
  public void commit(Path batch, long films) throws IOException {
    List<Path> batches = committed();
    int number = batches.isEmpty() ? 1 : 1 + number(batches.get(batches.size() - 1).getName());
    Path place = new Path(version, "%s%06d".formatted(BATCH, number));
    folder.rename(batch, place);
    folder.write(
        new Path(place, COMMITTED),
        "{\"films\": %d}%n".formatted(films).getBytes(StandardCharsets.UTF_8));
    known.ifPresent(listed -> listed.add(place));
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(BATCH.length()));
  }

  private boolean isCommitted(Path batch) throws IOException {
    return batch.getName().startsWith(BATCH) && folder.holds(new Path(batch, COMMITTED));
  }
}
