package org.strnet.spark.inventory;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.strnet.spark.identity.FilmIdentities;

/**
 * A file that may be a film.
 *
 * @param key what the ledger knows it by
 * @param path with its scheme
 * @param bytes its size; {@value #UNKNOWN} where it is not there, {@value #CLOSED} for a folder
 *     that cannot be listed, {@value #REMOTE} for a film of a DICOMweb archive, which tells no size
 * @param modified when it was changed, in milliseconds since 1970
 * @param patient what a list says of the patient
 */
public record ArchivedFile(
    String key, String path, long bytes, long modified, ListedPatient patient)
    implements Serializable {

  /** Size of a file that a list names and that is not there. */
  public static final long UNKNOWN = -1;

  /** Size of a folder that cannot be listed: it stands for the films that nobody saw. */
  public static final long CLOSED = -2;

  /** Size of a film of a DICOMweb archive. */
  public static final long REMOTE = -3;

  /** Column of the key. */
  public static final String KEY = "film_key";

  /** Column of what a list says of the patient. */
  static final String PATIENT = "patient";

  static final String PATH = "path";
  static final String BYTES = "bytes";
  static final String MODIFIED = "modified";

  /** The inventory's columns. */
  public static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField(KEY, DataTypes.StringType, false),
              DataTypes.createStructField(PATH, DataTypes.StringType, false),
              DataTypes.createStructField(BYTES, DataTypes.LongType, false),
              DataTypes.createStructField(MODIFIED, DataTypes.LongType, false),
              DataTypes.createStructField(PATIENT, DataTypes.StringType, false)));

  /** Checks that the names are there. */
  public ArchivedFile {
    Objects.requireNonNull(key);
    Objects.requireNonNull(path);
    Objects.requireNonNull(patient);
  }

  /** A file as its storage lists it. */
  static ArchivedFile of(FileStatus file, FilmIdentities identities) {
    String path = file.getPath().toString();
    return named(path, file.getLen(), file.getModificationTime(), identities);
  }

  /** A file that is named and not there. */
  static ArchivedFile absent(String path, FilmIdentities identities) {
    return named(path, UNKNOWN, 0, identities);
  }

  /** A folder that cannot be listed. */
  static ArchivedFile closed(String folder, FilmIdentities identities) {
    return named(folder, CLOSED, 0, identities);
  }

  /** A film of a DICOMweb archive, known by its URL alone. */
  static ArchivedFile remote(String url, FilmIdentities identities) {
    return named(url, REMOTE, 0, identities);
  }

  /** The same with what a list says of the patient. */
  ArchivedFile with(ListedPatient listed) {
    return new ArchivedFile(key, path, bytes, modified, listed);
  }

  /** The file of an inventory's row. */
  public static ArchivedFile of(Row row) {
    return new ArchivedFile(
        row.getAs(KEY),
        row.getAs(PATH),
        row.<Long>getAs(BYTES),
        row.<Long>getAs(MODIFIED),
        new ListedPatient(row.getAs(PATIENT)));
  }

  /** The file as a row. */
  public Row row() {
    return RowFactory.create(key, path, bytes, modified, patient.text());
  }

  private static ArchivedFile named(
      String path, long bytes, long modified, FilmIdentities identities) {
    return new ArchivedFile(
        identities.key(path, bytes, modified), path, bytes, modified, ListedPatient.NOTHING);
  }
}
