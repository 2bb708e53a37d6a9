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
 * @param bytes its size; {@value #UNKNOWN} where it is not there
 * @param modified when it was changed, in milliseconds since 1970
 */
public record ArchivedFile(String key, String path, long bytes, long modified)
    implements Serializable {

  /** Size of a file that a list names and that is not there. */
  public static final long UNKNOWN = -1;

  /** Column of the key. */
  public static final String KEY = "film_key";

  private static final String PATH = "path";
  private static final String BYTES = "bytes";
  private static final String MODIFIED = "modified";

  /** The inventory's columns. */
  public static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField(KEY, DataTypes.StringType, false),
              DataTypes.createStructField(PATH, DataTypes.StringType, false),
              DataTypes.createStructField(BYTES, DataTypes.LongType, false),
              DataTypes.createStructField(MODIFIED, DataTypes.LongType, false)));

  /** Checks that the names are there. */
  public ArchivedFile {
    Objects.requireNonNull(key);
    Objects.requireNonNull(path);
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

  /** The file of an inventory's row. */
  public static ArchivedFile of(Row row) {
    return new ArchivedFile(
        row.getAs(KEY), row.getAs(PATH), row.<Long>getAs(BYTES), row.<Long>getAs(MODIFIED));
  }

  /** The file as a row. */
  public Row row() {
    return RowFactory.create(key, path, bytes, modified);
  }

  private static ArchivedFile named(
      String path, long bytes, long modified, FilmIdentities identities) {
    return new ArchivedFile(identities.key(path, bytes, modified), path, bytes, modified);
  }
}
