package org.strnet.spark.inventory;

import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.max;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.dicom.film.DicomDirectory;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.Places;
import org.strnet.spark.storage.WebPlaces;

/** The films that an archive holds, listed by the executors. */
public final class Inventory {

  private static final int PARTS_PER_CORE = 4;

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
   * @param places folders, a DICOMDIR, a CSV or Parquet list with a column {@code path}, DICOMweb
   *     archives, or films
   * @throws BadInputException when a place is not there, a DICOMDIR is none, or a list has no such
   *     column or says of a patient what no patient has
   */
  public Dataset<Row> of(List<String> places) throws IOException {
    List<WalkedFolder> folders = new ArrayList<>();
    List<Row> named = new ArrayList<>();
    Dataset<Row> films = spark.createDataFrame(List.of(), ArchivedFile.SCHEMA);
    for (String place : places) {
      if (WebPlaces.isNamed(place)) {
        continue;
      }
      Path path = existing(place);
      if (FilmList.isNamed(path)) {
        films = films.union(looked(new FilmList(spark, path).films()));
      } else if (isFolder(path)) {
        folders.addAll(new FolderFrontier(configuration(), enough()).of(path));
      } else if (DicomDirectory.isNamed(java.nio.file.Path.of(path.getName()))) {
        directory(path).forEach(image -> named.add(named(image)));
      } else {
        named.add(named(path.toString()));
      }
    }
    films =
        films.union(looked(spark.createDataFrame(named, FilmList.SCHEMA))).union(walked(folders));
    WebPlaces web = WebPlaces.of(places);
    if (!web.archives().isEmpty()) {
      films = films.union(asked(web));
    }
    // A folder alone names no film twice.
    return places.size() == 1 && !folders.isEmpty() ? films : once(films);
  }

  private static Row named(String film) {
    return RowFactory.create(film, ListedPatient.NOTHING.text());
  }

  /** Each film once; one that a folder and a list name has what the list says of its patient. */
  private static Dataset<Row> once(Dataset<Row> films) {
    return films
        .groupBy(ArchivedFile.KEY)
        .agg(
            first(ArchivedFile.PATH).as(ArchivedFile.PATH),
            first(ArchivedFile.BYTES).as(ArchivedFile.BYTES),
            first(ArchivedFile.MODIFIED).as(ArchivedFile.MODIFIED),
            max(ArchivedFile.PATIENT).as(ArchivedFile.PATIENT));
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

  private static List<String> directory(Path path) {
    java.nio.file.Path directory =
        Places.local(path)
            .orElseThrow(
                () ->
                    new BadInputException(
                        path.toString(),
                        "a DICOMDIR must be on this machine; name its folder instead"));
    try {
      return DicomDirectory.images(directory).stream()
          .map(image -> Places.path(image.toString()).toString())
          .toList();
    } catch (NotAssessableException e) {
      throw new BadInputException(path.toString(), e.notAssessable().detail(), e);
    }
  }

  private Dataset<Row> looked(Dataset<Row> named) {
    return named.map(new NamedFile(storage, identities), rows);
  }

  private Dataset<Row> walked(List<WalkedFolder> folders) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int parts = Math.max(1, folders.size());
    JavaRDD<Row> films =
        context.parallelize(folders, parts).flatMap(new FolderListing(storage, identities));
    return spark.createDataFrame(films, ArchivedFile.SCHEMA);
  }

  private Dataset<Row> asked(WebPlaces web) throws IOException {
    List<WebStudy> studies = new ArrayList<>();
    for (int number = 0; number < web.archives().size(); number++) {
      for (String study : web.archives().get(number).studies()) {
        studies.add(new WebStudy(number, study));
      }
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int parts = Math.max(1, Math.min(studies.size(), enough()));
    return spark.createDataFrame(
        context.parallelize(studies, parts).flatMap(new WebListing(web, identities)),
        ArchivedFile.SCHEMA);
  }

  private int enough() {
    return PARTS_PER_CORE * spark.sparkContext().defaultParallelism();
  }

  private Configuration configuration() {
    return storage.value();
  }
}
