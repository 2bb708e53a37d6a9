package org.strnet.spark.inventory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.dicom.film.DicomDirectory;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.Places;

/** The films that an archive holds, listed by the executors. */
public final class Inventory {

  /** Columns of a list that may name the films. */
  private static final List<String> LIST_COLUMNS = List.of("path", "image");

  private static final int PARTS_PER_CORE = 4;
  private static final Set<String> LISTS = Set.of("csv", "parquet");

  private final SparkSession spark;
  private final FilmIdentities identities;
  private final SerializableConfiguration storage;
  private final Encoder<Row> rows = Encoders.row(ArchivedFile.SCHEMA);

  /**
   * @param spark the session
   * @param identities keys of films
   */
  public Inventory(SparkSession spark, FilmIdentities identities) {
    this.spark = spark;
    this.identities = identities;
    this.storage = new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }

  /**
   * Lists the films, in the layout of {@link ArchivedFile#SCHEMA}, none twice.
   *
   * @param places folders, a DICOMDIR, a CSV or Parquet list with a column {@code path}, or films
   * @throws BadInputException when a place is not there, or a list has no such column
   */
  public Dataset<Row> of(List<String> places) throws IOException {
    List<WalkedFolder> folders = new ArrayList<>();
    List<String> named = new ArrayList<>();
    Dataset<Row> films = spark.createDataFrame(List.of(), ArchivedFile.SCHEMA);
    for (String place : places) {
      Path path = existing(place);
      if (isList(path)) {
        films = films.union(looked(list(path)));
      } else if (isFolder(path)) {
        folders.addAll(new FolderFrontier(configuration(), enough()).of(path));
      } else if (DicomDirectory.isNamed(java.nio.file.Path.of(path.getName()))) {
        named.addAll(directory(path));
      } else {
        named.add(path.toString());
      }
    }
    films = films.union(looked(spark.createDataset(named, Encoders.STRING())));
    return films.union(walked(folders)).dropDuplicates(ArchivedFile.KEY);
  }

  private Path existing(String place) throws IOException {
    Path path = Places.path(place);
    if (!path.getFileSystem(configuration()).exists(path)) {
      throw new BadInputException(place, "there is no such file or folder");
    }
    return path;
  }

  private boolean isFolder(Path path) throws IOException {
    FileSystem files = path.getFileSystem(configuration());
    return files.getFileStatus(path).isDirectory();
  }

  private static boolean isList(Path path) {
    return LISTS.contains(extension(path));
  }

  private static String extension(Path path) {
    String name = path.getName().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Dataset<String> list(Path path) {
    Dataset<Row> list =
        extension(path).equals("csv")
            ? spark.read().option("header", true).csv(path.toString())
            : spark.read().parquet(path.toString());
    List<String> columns = List.of(list.columns());
    String column =
        LIST_COLUMNS.stream()
            .filter(columns::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        path.toString(), "a list has a column 'path', found " + columns));
    return list.select(column)
        .na()
        .drop()
        .as(Encoders.STRING())
        .map(beside(path), Encoders.STRING());
  }

  /** A list's names are relative to its folder, as in a cohort file. */
  private static ListedName beside(Path list) {
    return new ListedName(list.getParent().toString());
  }

  private static List<String> directory(Path path) {
    java.nio.file.Path directory =
        Places.local(path)
            .orElseThrow(
                () ->
                    new BadInputException(
                        path.toString(),
                        "a DICOMDIR must be on this machine; name its folder instead"));
    return DicomDirectory.images(directory).stream()
        .map(image -> Places.path(image.toString()).toString())
        .toList();
  }

  private Dataset<Row> looked(Dataset<String> named) {
    return named.map(new NamedFile(storage, identities), rows);
  }

  private Dataset<Row> walked(List<WalkedFolder> folders) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int parts = Math.max(1, folders.size());
    JavaRDD<Row> films =
        context.parallelize(folders, parts).flatMap(new FolderListing(storage, identities));
    return spark.createDataFrame(films, ArchivedFile.SCHEMA);
  }

  private int enough() {
    return PARTS_PER_CORE * spark.sparkContext().defaultParallelism();
  }

  private Configuration configuration() {
    return storage.value();
  }
}
