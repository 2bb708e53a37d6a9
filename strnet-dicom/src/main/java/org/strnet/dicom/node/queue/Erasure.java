package org.strnet.dicom.node.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.node.database.NodeDatabase;

/**
 * Forgets an object with its results and deliveries, files first: what a crash leaves is a row
 * without a file, never a file that the next start would take for a new object.
 */
public final class Erasure {

  private final ObjectQueue queue;
  private final NodeDatabase database;
  private final NodeFolder folder;

  /** For a queue and its folder. */
  public Erasure(ObjectQueue queue, NodeFolder folder) {
    this.queue = queue;
    this.folder = folder;
    database = queue.database();
  }

  /**
   * Forgets one object; what destinations hold stays with them.
   *
   * @param sopInstanceUid its UID; an unknown one is forgotten already
   * @return false when it is being processed now, and nothing was done
   */
  public boolean forget(String sopInstanceUid) {
    Erased erased;
    // Results that are being queued again have their files before their rows.
    synchronized (folder) {
      erased = database.transaction(connection -> forget(connection, sopInstanceUid));
    }
    if (erased == Erased.WAITING) {
      queue.finished();
    }
    return erased != Erased.BUSY;
  }

  private enum Erased {
    BUSY,
    WAITING,
    DONE
  }

  private Erased forget(Connection connection, String uid) throws SQLException {
    Optional<Row> found = find(connection, uid);
    if (found.isEmpty()) {
      return Erased.DONE;
    }
    Row row = found.get();
    if (row.state().equals(ObjectState.PROCESSING.code())) {
      return Erased.BUSY;
    }
    try {
      for (String result : results(connection, row.id())) {
        Files.deleteIfExists(folder.result(result));
      }
      Files.deleteIfExists(folder.object(row.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String sql :
        List.of(
            "DELETE FROM delivery WHERE result_id IN (SELECT id FROM result WHERE object_id = ?)",
            "DELETE FROM result WHERE object_id = ?",
            "DELETE FROM conflict WHERE object_id = ?",
            "DELETE FROM object WHERE id = ?")) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, row.id());
        statement.executeUpdate();
      }
    }
    return row.state().equals(ObjectState.RECEIVED.code()) ? Erased.WAITING : Erased.DONE;
  }

  private static Optional<Row> find(Connection connection, String uid) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, file, state FROM object WHERE sop_uid = ?")) {
      statement.setString(1, uid);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Row(rows.getLong(1), rows.getString(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  private static List<String> results(Connection connection, long object) throws SQLException {
    List<String> files = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT file FROM result WHERE object_id = ?")) {
      statement.setLong(1, object);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          files.add(rows.getString(1));
        }
      }
    }
    return files;
  }

  private record Row(long id, String file, String state) {}
}
