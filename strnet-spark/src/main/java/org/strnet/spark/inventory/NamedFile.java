package org.strnet.spark.inventory;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.Places;

/** Looks up size and time of a file that was named one by one. */
final class NamedFile implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  private final SerializableConfiguration storage;
  private final FilmIdentities identities;

  NamedFile(SerializableConfiguration storage, FilmIdentities identities) {
    this.storage = storage;
    this.identities = identities;
  }

  /**
   * The row of a named film, in the layout of {@link FilmList#SCHEMA}; one that cannot be looked at
   * is in the inventory too, and fails by itself.
   */
  @Override
  public Row call(Row named) {
    return file(Places.path(named.getString(0))).with(new ListedPatient(named.getString(1))).row();
  }

  private ArchivedFile file(Path path) {
    try {
      var status = path.getFileSystem(storage.value()).getFileStatus(path);
      return status.isFile()
          ? ArchivedFile.of(status, identities)
          : ArchivedFile.absent(path.toString(), identities);
    } catch (IOException e) {
      return ArchivedFile.absent(path.toString(), identities);
    }
  }
}
