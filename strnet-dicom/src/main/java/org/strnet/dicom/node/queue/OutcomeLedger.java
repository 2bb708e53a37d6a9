package org.strnet.dicom.node.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.strnet.dicom.node.database.NodeDatabase;

/** How objects end, and what is written of those that did not. */
public final class OutcomeLedger {

  private final ObjectQueue queue;
  private final NodeDatabase database;

  /** The ledger of a queue. */
  public OutcomeLedger(ObjectQueue queue) {
    this.queue = queue;
    database = queue.database();
  }

  /**
   * Ends an object, and queues its results for their destinations, in one transaction.
   *
   * @param id of the object
   * @param end its state from now on
   * @param outcome code of what came of it
   * @param reason code of the reason; empty for none
   * @param results whose files are safely on disk; one whose SOP Instance UID is queued already is
   *     left alone
   * @param now milliseconds since 1970
   */
  public void end(
      long id,
      ObjectState end,
      String outcome,
      String reason,
      List<StoredResult> results,
      long now) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE object SET state = ?, outcome = ?, reason = ?, finished_at = ?"
                      + " WHERE id = ?")) {
            statement.setString(1, end.code());
            statement.setString(2, outcome);
            statement.setString(3, reason);
            statement.setLong(4, now);
            statement.setLong(5, id);
            statement.executeUpdate();
          }
          for (StoredResult result : results) {
            insert(connection, id, result);
          }
          return results.size();
        });
    queue.finished();
  }

  private static void insert(Connection connection, long object, StoredResult result)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO result (object_id, kind, sop_class, sop_uid, file)"
                + " SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS"
                + " (SELECT 1 FROM result WHERE sop_uid = ?)")) {
      statement.setLong(1, object);
      statement.setString(2, result.kind().code());
      statement.setString(3, result.sopClassUid());
      statement.setString(4, result.sopInstanceUid());
      statement.setString(5, result.fileName());
      statement.setString(6, result.sopInstanceUid());
      if (statement.executeUpdate() == 0) {
        return;
      }
    }
    for (String destination : result.destinations()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "INSERT INTO delivery (result_id, destination, state)"
                  + " SELECT id, ?, 'waiting' FROM result WHERE sop_uid = ?")) {
        statement.setString(1, destination);
        statement.setString(2, result.sopInstanceUid());
        statement.executeUpdate();
      }
    }
  }

  /**
   * Gives an object back after a failed attempt.
   *
   * @param id of the object
   * @param notBefore when it may be tried again, milliseconds since 1970
   */
  public void tryAgain(long id, long notBefore) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "UPDATE object SET state = 'received', failures = failures + 1, not_before = ?"
                      + " WHERE id = ?")) {
            statement.setLong(1, notBefore);
            statement.setLong(2, id);
            return statement.executeUpdate();
          }
        });
  }

  /** Gives an object back that was not tried, because the node is closing. */
  public void giveBack(long id) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("UPDATE object SET state = 'received' WHERE id = ?")) {
            statement.setLong(1, id);
            return statement.executeUpdate();
          }
        });
  }

  /**
   * To be called at the start: objects that were being processed when the node died are suspects,
   * and one under which it died too often is left alone.
   *
   * @param mostCrashes deaths after which an object is failed, at least 1
   * @param now milliseconds since 1970
   * @return how many were failed
   */
  public int blame(int mostCrashes, long now) {
    int failed =
        database.transaction(
            connection -> {
              try (PreparedStatement crashed =
                      connection.prepareStatement(
                          "UPDATE object SET state = 'received', crashes = crashes + 1"
                              + " WHERE state = 'processing'");
                  PreparedStatement quarantined =
                      connection.prepareStatement(
                          "UPDATE object SET state = 'failed', outcome = 'failed',"
                              + " reason = 'node_died', finished_at = ?"
                              + " WHERE state = 'received' AND crashes >= ?")) {
                crashed.executeUpdate();
                quarantined.setLong(1, now);
                quarantined.setInt(2, mostCrashes);
                return quarantined.executeUpdate();
              }
            });
    for (int i = 0; i < failed; i++) {
      queue.finished();
    }
    return failed;
  }

  /**
   * Objects whose files are no longer needed: finished, with nothing left to deliver.
   *
   * @param finishedBefore milliseconds since 1970
   * @param most how many at once
   */
  public List<DroppableFile> droppableObjects(long finishedBefore, int most) {
    return droppable(
        "SELECT o.id, o.file FROM object o WHERE NOT o.dropped AND o.finished_at < ?"
            + " AND o.state IN ('processed', 'ignored')"
            + " AND NOT EXISTS (SELECT 1 FROM result r JOIN delivery d ON d.result_id = r.id"
            + " WHERE r.object_id = o.id AND d.state <> 'delivered')"
            + " ORDER BY o.id LIMIT ?",
        finishedBefore,
        most);
  }

  /** As {@link #droppableObjects}, of results that every destination holds. */
  public List<DroppableFile> droppableResults(long deliveredBefore, int most) {
    return droppable(
        "SELECT r.id, r.file FROM result r WHERE NOT r.dropped AND NOT EXISTS"
            + " (SELECT 1 FROM delivery d WHERE d.result_id = r.id"
            + " AND (d.state <> 'delivered' OR d.done_at >= ?)) ORDER BY r.id LIMIT ?",
        deliveredBefore,
        most);
  }

  private List<DroppableFile> droppable(String sql, long before, int most) {
    return database.transaction(
        connection -> {
          List<DroppableFile> files = new java.util.ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, before);
            statement.setInt(2, most);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                files.add(new DroppableFile(rows.getLong(1), rows.getString(2)));
              }
            }
          }
          return files;
        });
  }

  /** Notes that files are gone, and forces the database to disk before they are deleted. */
  public void markDropped(List<DroppableFile> objects, List<DroppableFile> results) {
    database.transaction(
        connection -> {
          mark(connection, "UPDATE object SET dropped = TRUE WHERE id = ?", objects);
          mark(connection, "UPDATE result SET dropped = TRUE WHERE id = ?", results);
          return 0;
        });
    database.transaction(
        connection -> {
          // Without it a power failure could take back what is known of a file that is gone.
          try (PreparedStatement statement = connection.prepareStatement("CHECKPOINT SYNC")) {
            return statement.execute();
          }
        });
  }

  private static void mark(Connection connection, String sql, List<DroppableFile> files)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (DroppableFile file : files) {
        statement.setLong(1, file.id());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
