package org.strnet.spark.inventory;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.Places;

/** Looks up size and time of a file that was named one by one. */
final class NamedFile implements MapFunction<String, Row> {

  private static final long serialVersionUID = 1;

  private final SerializableConfiguration storage;
  private final FilmIdentities identities;

  NamedFile(SerializableConfiguration storage, FilmIdentities identities) {
    this.storage = storage;
    this.identities = identities;
  }

  /** The file's row; one that is not there is in the inventory too, and fails by itself. */
  @Override
  public Row call(String name) throws IOException {
    Path path = Places.path(name);
    try {
      var status = path.getFileSystem(storage.value()).getFileStatus(path);
      return status.isFile()
          ? ArchivedFile.of(status, identities).row()
          : ArchivedFile.absent(path.toString(), identities).row();
    } catch (FileNotFoundException e) {
      return ArchivedFile.absent(path.toString(), identities).row();
    }
  }
}
